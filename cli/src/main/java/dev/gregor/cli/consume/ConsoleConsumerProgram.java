package dev.gregor.cli.consume;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@code kafka-console-consumer.sh}: topics to standard output. Exit code 0 also when consuming ends by {@code --timeout-ms} or by a
 * failure on the way, as in Apache Kafka; 1 when it cannot begin or a record cannot be printed.
 */
public final class ConsoleConsumerProgram implements Program {
    private static final int FAILED = 1;
    private static final String KIP_848 = "The consumer rebalance protocol (KIP-848) is production-ready! Set"
            + " group.protocol=consumer to try it out. See"
            + " https://kafka.apache.org/documentation/#consumer_rebalance_protocol";

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return ConsumerOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, parsed -> {
            var options = ConsumerOptions.check(parsed, streams.out());
            var formatter = formatter(options, streams);
            try {
                return consume(options, formatter, streams);
            } catch (RuntimeException | Error e) {
                LogLine.error(streams.err(), ConsoleConsumer.LOGGER, "Unknown error when running consumer: ", e);
                return FAILED;
            }
        });
    }

    /** Whatever is wrong with the formatter is wrong with the line. */
    private static MessageFormatter formatter(ConsumerOptions options, Streams streams) {
        try {
            var formatter = Formatters.named(options.formatterClass(), streams.err());
            formatter.configure(options.formatterProperties(streams.out()));
            return formatter;
        } catch (OptionException | UsageException e) {
            throw e;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static int consume(ConsumerOptions options, MessageFormatter formatter, Streams streams) {
        var consumer = new KafkaConsumer<>(
                ClientProperties.forShortRun(options.consumerProperties()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        if (options.partition().isEmpty() && isClassic(options)) {
            streams.err().println(KIP_848);
        }
        var done = new CountDownLatch(1);
        var stopping = new Thread(() -> stop(consumer, done, options, streams.out()), "consumer-shutdown-hook");
        Runtime.getRuntime().addShutdownHook(stopping);
        var console = new ConsoleConsumer(consumer, formatter, streams, options);
        try {
            console.run();
        } finally {
            console.close();
            done.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException endsAlready) {
            return 0;
        }
        tellOfShutdown(options, streams.out());
        return 0;
    }

    private static boolean isClassic(ConsumerOptions options) {
        return "classic"
                .equalsIgnoreCase(
                        options.consumerProperties().getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic"));
    }

    /** Runs on a signal: wakes the consumer and lets the process end when it has left its group. */
    private static void stop(
            Consumer<byte[], byte[]> consumer, CountDownLatch done, ConsumerOptions options, PrintStream out) {
        consumer.wakeup();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellOfShutdown(options, out);
    }

    private static void tellOfShutdown(ConsumerOptions options, PrintStream out) {
        if (options.tellsOfShutdown()) {
            out.println("shutdown_complete");
            out.flush();
        }
    }
}
