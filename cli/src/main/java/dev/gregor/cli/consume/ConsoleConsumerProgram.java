package dev.gregor.cli.consume;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@code kafka-console-consumer.sh}: topics to standard output. Exit code 0 also when consuming ends by {@code --timeout-ms} or by a
 * failure on the way, as in Apache Kafka; 1 when it cannot begin or a record cannot be printed.
 */
public final class ConsoleConsumerProgram implements Program {
    private static final String LOGGER = "org.apache.kafka.tools.consumer.ConsoleConsumer";
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
            var formatter = FormatterOptions.formatter(parsed, streams);
            return ConsumerRun.exitCode(streams, LOGGER, () -> consume(options, formatter, streams));
        });
    }

    private static void consume(ConsumerOptions options, MessageFormatter formatter, Streams streams) {
        var consumer = new KafkaConsumer<>(
                ClientProperties.forShortRun(options.consumerProperties()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        BootstrapProbe.await(options.bootstrap());
        if (options.partition().isEmpty() && isClassic(options)) {
            streams.err().println(KIP_848);
        }
        var limits = new RecordPrinter.Limits(options.timeoutMs(), options.skipsBadRecords() ? "skipping" : "", LOGGER);
        var shutdown = new Shutdown(consumer::wakeup, options.tellsOfShutdown(), streams.out());
        try (var printer = new RecordPrinter(source(consumer, options), formatter, streams, limits)) {
            begin(consumer, options);
            printer.run(options.maxMessages());
        } finally {
            shutdown.onClosed();
        }
        shutdown.onEnd();
    }

    private static boolean isClassic(ConsumerOptions options) {
        return "classic"
                .equalsIgnoreCase(
                        options.consumerProperties().getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic"));
    }

    private static GroupSource source(Consumer<byte[], byte[]> consumer, ConsumerOptions options) {
        return options.needsNoGroup()
                ? new GroupSource(
                        consumer,
                        new WholeTopic(consumer, options.topic().orElseThrow(), options.metadataMaxAgeMs())::poll)
                : new GroupSource(consumer, consumer::poll);
    }

    private static void begin(Consumer<byte[], byte[]> consumer, ConsumerOptions options) {
        var topic = options.topic();
        if (topic.isEmpty()) {
            consumer.subscribe(Pattern.compile(options.include()));
            return;
        }
        if (options.needsNoGroup()) {
            return; // takes its partitions itself
        }
        if (options.partition().isEmpty()) {
            consumer.subscribe(List.of(topic.get()));
            return;
        }
        var partition = new TopicPartition(topic.get(), options.partition().get());
        consumer.assign(List.of(partition));
        var start = options.start();
        if (start instanceof StartOffset.At at) {
            consumer.seek(partition, at.offset());
        } else if (start instanceof StartOffset.Earliest) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seekToEnd(List.of(partition));
        }
    }
}
