package dev.gregor.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.help.CommandPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every example of every command's help as it stands, where there is a topic {@code orders} with some records, a group
 * {@code billing}, a file {@code cluster.yaml} and the contexts {@code dev}, {@code prod} and {@code old}. Only the address
 * {@code localhost:9092} and the data folder {@code /var/lib/kafka} become those of the test's broker.
 */
class ExamplesTest {
    /** What starts a broker of its own, and is tested where brokers are. */
    private static final Set<String> ELSEWHERE = Set.of(
            "gregor broker",
            "gregor broker server.properties --override log.dirs=/tmp/data",
            "gregor demo",
            "gregor demo --keep access.log");

    private static final int DIFFERS = 3;
    private static final int RECORDS = 30;

    @TempDir
    private Path folder;

    @Test
    void givenAFreshCluster_whenEachExampleIsTyped_thenItWorks() throws IOException, InterruptedException {
        var failed = new ArrayList<String>();
        var notServed = new ArrayList<String>();
        int count = 0;
        try (var cluster = new FreshCluster(folder);
                var user = new User(folder, cluster.environment())) {
            for (var line : examples()) {
                if (!ELSEWHERE.contains(line)) {
                    furnish(cluster);
                    var typed = line.replace("localhost:9092", cluster.address())
                            .replace("/var/lib/kafka", folder.resolve("data").toString());
                    var result = user.type(typed);
                    count++;
                    if (result.exitCode() != 0 && result.exitCode() != DIFFERS) {
                        var lines = result.err().contains(" does not serve ") ? notServed : failed;
                        lines.add("$ " + typed + "\n" + result);
                    }
                }
            }
        }
        System.out.println(count + " examples; Gregor's broker does not serve yet what these ask: " + notServed);
        assertThat(failed).isEmpty();
    }

    private static List<String> examples() {
        return CommandPages.examples(GregorProgram.commands(Session.ofProcess(Map.of())));
    }

    /** Brings back what an example before may have taken away. */
    private void furnish(FreshCluster cluster) throws IOException {
        for (var context : List.of("dev", "prod", "old")) {
            cluster.gregor("context", "add", context, "-b", cluster.address(), "--replace");
        }
        cluster.gregor("context", "remove", "test");
        cluster.gregor("context", "remove", "prod-eu");
        var present =
                cluster.gregor("topic", "list", "--columns", "name,partitions").out();
        if (!present.matches("(?s).*orders +3\\n.*")) {
            cluster.gregor("topic", "delete", "orders", "--yes");
            assertThat(cluster.gregor("topic", "create", "orders", "-p", "3", "--yes")
                            .exitCode())
                    .isZero();
            produce(cluster.address());
        }
        var group = "{groups: {billing: {orders: {0: 1, 1: 1, 2: 1}}}}";
        assertThat(cluster.gregor("apply", "-e", group, "--yes").exitCode()).isZero();
        if (!Files.exists(folder.resolve("cluster.yaml"))) {
            cluster.gregor("export", "-f", folder.resolve("cluster.yaml").toString());
        }
    }

    private static void produce(String address) {
        var settings = Map.<String, Object>of("bootstrap.servers", address);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>("orders", i % 3, "key-" + i, "order " + i));
            }
        }
    }
}
