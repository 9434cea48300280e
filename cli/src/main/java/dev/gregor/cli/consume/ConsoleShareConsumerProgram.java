package dev.gregor.cli.consume;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@code kafka-console-share-consumer.sh}: a topic to standard output, as a member of a share group (KIP-932). Exit codes as those
 * of {@link ConsoleConsumerProgram}.
 */
public final class ConsoleShareConsumerProgram implements Program {
    private static final String LOGGER = "org.apache.kafka.tools.consumer.ConsoleShareConsumer";

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return ShareConsumerOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, parsed -> {
            var options = ShareConsumerOptions.check(parsed, streams.out());
            var formatter = FormatterOptions.formatter(parsed, streams);
            return ConsumerRun.exitCode(streams, LOGGER, () -> consume(options, formatter, streams));
        });
    }

    private static void consume(ShareConsumerOptions options, MessageFormatter formatter, Streams streams) {
        var consumer = new KafkaShareConsumer<>(
                ClientProperties.forShortRun(options.consumerProperties()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        BootstrapProbe.await(options.bootstrap());
        var limits =
                new RecordPrinter.Limits(options.timeoutMs(), options.rejectsBadRecords() ? "rejecting" : "", LOGGER);
        var shutdown = new Shutdown(consumer::wakeup, options.tellsOfShutdown(), streams.out());
        var source = new ShareSource(consumer, options.acknowledgement());
        try (var printer = new RecordPrinter(source, formatter, streams, limits)) {
            consumer.subscribe(List.of(options.topic()));
            printer.run(options.maxMessages());
        } finally {
            shutdown.onClosed();
        }
        shutdown.onEnd();
    }
}
