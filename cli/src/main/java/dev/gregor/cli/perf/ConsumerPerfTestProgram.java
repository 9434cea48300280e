package dev.gregor.cli.perf;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** {@code kafka-consumer-perf-test.sh}: how fast a consumer reads. Exit code 0 also when the records ran out, 1 on misuse. */
public final class ConsumerPerfTestProgram implements Program {
    private static final int ANONYMOUS_GROUPS = 100_000;

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return PerfConsumerOptions.addTo(new OptionTable(
                        "kafka-consumer-perf-test.sh", "This tool is used to verify the consumer performance."))
                .value("include", "Java regex", "A regular expression of topics to consume.")
                .flag("from-latest", "Start with the newest record where the group has no offset yet.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, parsed -> {
            PerfConsumerOptions.require(parsed, "bootstrap-server");
            if (parsed.has("topic") == parsed.has("include")) {
                throw new UsageException("Exactly one of the following arguments is required: [topic], [include]");
            }
            var options = new PerfConsumerOptions(parsed);
            options.check(streams.out());
            measure(streams, parsed, options);
            return 0;
        });
    }

    private static void measure(Streams streams, ParsedOptions parsed, PerfConsumerOptions options) {
        var out = streams.out();
        if (options.printsHeader()) {
            out.println((options.printsDetails() ? "time, threadId" : "start.time, end.time")
                    + ", data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec"
                    + ", rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec");
        }
        var group = "perf-consumer-" + ThreadLocalRandom.current().nextInt(ANONYMOUS_GROUPS);
        var properties =
                options.properties(group, "perf-consumer-client", ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, parsed.has("from-latest") ? "latest" : "earliest");
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties)) {
            BootstrapProbe.await(parsed.value("bootstrap-server").orElseThrow());
            var run = new ConsumerPerfRun(consumer, options, out);
            if (parsed.has("topic")) {
                run.topic(parsed.value("topic").orElseThrow());
            } else {
                run.topics(parsed.value("include").orElseThrow());
            }
            run.measure();
            if (options.printsMetrics()) {
                MetricsReport.print(out, consumer.metrics());
            }
        }
    }
}
