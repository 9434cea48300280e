package dev.gregor.cli.perf;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** {@code kafka-share-consumer-perf-test.sh}: how fast members of a share group read. Exit code 0 also when the records ran out. */
public final class ShareConsumerPerfTestProgram implements Program {
    private static final String CLIENT_ID = "perf-share-consumer-client";

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return PerfConsumerOptions.addTo(new OptionTable(
                        "kafka-share-consumer-perf-test.sh",
                        "This tool is used to verify the share consumer performance."))
                .value("threads", "count", "How many members share the work, each with a thread (default: 1).")
                .flag("show-consumer-stats", "Print figures for each member.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, parsed -> {
            PerfConsumerOptions.require(parsed, "topic");
            PerfConsumerOptions.require(parsed, "bootstrap-server");
            var options = new PerfConsumerOptions(parsed);
            options.check(streams.out());
            measure(streams, parsed, options);
            return 0;
        });
    }

    private static void measure(Streams streams, ParsedOptions parsed, PerfConsumerOptions options) throws Exception {
        var out = streams.out();
        if (options.printsHeader()) {
            out.println(
                    "start.time, end.time, data.consumed.in.MB, MB.sec, nMsg.sec, data.consumed.in.nMsg, fetch.time.ms");
        }
        int threads = parsed.integer("threads").orElse(1);
        var members = new ArrayList<ShareMember>();
        for (int i = 1; i <= threads; i++) {
            var properties =
                    options.properties("perf-share-consumer", CLIENT_ID, ConsumerConfig.FETCH_MAX_BYTES_CONFIG);
            if (threads > 1) {
                properties.put(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        properties.getProperty(ConsumerConfig.CLIENT_ID_CONFIG) + "-" + i);
            }
            members.add(new ShareMember(i, properties, options, out));
        }
        BootstrapProbe.await(parsed.value("bootstrap-server").orElseThrow());
        new ShareConsumerPerfRun(members, options, out)
                .measure(parsed.value("topic").orElseThrow(), parsed.has("show-consumer-stats"));
    }
}
