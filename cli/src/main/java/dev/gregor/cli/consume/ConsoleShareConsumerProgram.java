package dev.gregor.cli.consume;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.protocol.ClusterException;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@code kafka-console-share-consumer.sh}: a topic to standard output, as a member of a share group (KIP-932). Exit codes as those
 * of {@link ConsoleConsumerProgram}.
 */
public final class ConsoleShareConsumerProgram implements Program {
    private static final int FAILED = 1;
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
            try {
                consume(options, formatter, streams);
                return 0;
            } catch (ClusterException e) {
                throw e;
            } catch (AuthenticationException e) {
                LogLine.error(streams.err(), LOGGER, "Authentication failed: terminating consumer process", e);
                return FAILED;
            } catch (RuntimeException | Error e) {
                LogLine.error(streams.err(), LOGGER, "Unknown error when running consumer: ", e);
                return FAILED;
            }
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
