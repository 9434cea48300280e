package dev.gregor.cli.consume;

import java.io.PrintStream;
import org.apache.kafka.common.MessageFormatter;

/** Formatters by class name: Apache Kafka's names mean ours, any other is a class of the user's own. */
final class Formatters {
    private Formatters() {}

    static MessageFormatter named(String className, PrintStream err) throws ReflectiveOperationException {
        return switch (className) {
            case "org.apache.kafka.tools.consumer.DefaultMessageFormatter", "kafka.tools.DefaultMessageFormatter" ->
                new DefaultFormatter(err);
            case "org.apache.kafka.tools.consumer.LoggingMessageFormatter", "kafka.tools.LoggingMessageFormatter" ->
                new LoggingFormatter(err);
            case "org.apache.kafka.tools.consumer.NoOpMessageFormatter", "kafka.tools.NoOpMessageFormatter" ->
                (record, out) -> {};
            default ->
                Class.forName(className)
                        .asSubclass(MessageFormatter.class)
                        .getDeclaredConstructor()
                        .newInstance();
        };
    }
}
