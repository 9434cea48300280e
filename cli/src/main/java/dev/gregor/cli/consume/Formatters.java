package dev.gregor.cli.consume;

import dev.gregor.broker.group.CoordinatorRecordJson;
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
            case "org.apache.kafka.tools.consumer.OffsetsMessageFormatter" ->
                new CoordinatorFormatter(CoordinatorRecordJson.ofOffsets());
            case "org.apache.kafka.tools.consumer.GroupMetadataMessageFormatter" ->
                new CoordinatorFormatter(CoordinatorRecordJson.ofGroupMetadata());
            case "org.apache.kafka.tools.consumer.ShareGroupMessageFormatter" ->
                new CoordinatorFormatter(CoordinatorRecordJson.ofShareGroups());
            case "org.apache.kafka.tools.consumer.TransactionLogMessageFormatter" ->
                new CoordinatorFormatter(CoordinatorRecordJson.ofTransactions());
            default ->
                Class.forName(className)
                        .asSubclass(MessageFormatter.class)
                        .getDeclaredConstructor()
                        .newInstance();
        };
    }
}
