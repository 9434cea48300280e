package dev.gregor.cli.perf;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.ArgumentDropIn;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** {@code kafka-producer-perf-test.sh}: how fast a producer sends. Exit code 0 also when records were lost, 1 on misuse. */
public final class ProducerPerfTestProgram implements Program {
    /** Its options, for help and completion. */
    public static ArgumentTable table() {
        return ProducerPerfArguments.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        var table = table();
        var dropIn = new ArgumentDropIn(table, streams);
        if (arguments.length == 0) {
            return dropIn.run(new String[] {"--help"}, unused -> 0);
        }
        // Asked for with a word, the help counts as misuse, as in Apache Kafka.
        return dropIn.failingAfterHelp().run(arguments, parsed -> {
            measure(streams, ProducerPerfOptions.check(table, parsed));
            return 0;
        });
    }

    private static void measure(Streams streams, ProducerPerfOptions options) throws Exception {
        var out = streams.out();
        var payloads = Payloads.of(options, out);
        Properties properties = ClientProperties.forShortRun(options.properties(out));
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            BootstrapProbe.await(properties.getProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
            var run = new ProducerPerfRun(producer, options, payloads, streams);
            run.send(properties.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG));
            if (options.printsMetrics()) {
                producer.flush();
                run.print();
                MetricsReport.print(out, producer.metrics());
            } else {
                producer.close();
                run.print();
            }
        }
    }
}
