package dev.gregor.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.FreshCluster.Result;
import dev.gregor.cli.golden.GoldenBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What examples count on: a topic {@code orders} of three partitions with some records, a group {@code billing}, a file {@code
 * cluster.yaml}, a password in {@code billing.secret} and {@code $BILLING_SECRET}, and the contexts {@code dev}, {@code prod} and {@code old}. The address {@code localhost:9092} and the data
 * folder {@code /var/lib/kafka} of a line become those of the test's broker.
 */
final class World implements AutoCloseable {
    private static final int RECORDS = 30;

    private final Path folder;
    private final FreshCluster cluster;
    private final User user;

    /** With Gregor's broker, in this process. */
    static World ofGregor(Path folder) throws IOException {
        return new World(folder, new FreshCluster(folder));
    }

    /** With Apache Kafka's broker, in a process of its own. */
    static World ofKafka(Path folder) throws IOException, InterruptedException {
        var broker = GoldenBroker.ofKafka(folder);
        return new World(folder, new FreshCluster(folder, broker.bootstrap(), broker));
    }

    private World(Path folder, FreshCluster cluster) throws IOException {
        this.folder = folder;
        this.cluster = cluster;
        cluster.environment().put("BILLING_SECRET", "opensesame");
        this.user = new User(folder, cluster.environment());
    }

    /** Types a line where all of that is there. */
    Result type(String line) throws IOException, InterruptedException {
        furnish();
        // Where the broker serves none of these, the line itself says so.
        if (line.startsWith("gregor acl")) {
            cluster.gregor("acl", "add", "User:shop", "--producer", "--topic", "orders", "--yes");
        } else if (line.startsWith("gregor quota")) {
            cluster.gregor("quota", "set", "--user", "billing", "producer_byte_rate=1048576", "--yes");
        } else if (line.startsWith("gregor user")) {
            cluster.gregor(
                    "user",
                    "add",
                    "billing",
                    "--mechanism",
                    "SCRAM-SHA-256",
                    "--password-env",
                    "BILLING_SECRET",
                    "--yes");
        }
        return user.type(line.replace("localhost:9092", cluster.address())
                .replace("/var/lib/kafka", folder.resolve("data").toString()));
    }

    /** Brings back what a line before may have taken away. */
    private void furnish() throws IOException {
        for (var context : List.of("dev", "prod", "old")) {
            cluster.gregor("context", "add", context, "-b", cluster.address(), "--replace");
        }
        cluster.gregor("context", "remove", "test");
        cluster.gregor("context", "remove", "prod-eu");
        var topics =
                cluster.gregor("topic", "list", "--columns", "name,partitions").out();
        if (!topics.matches("(?s).*orders +3\\n.*")) {
            cluster.gregor("topic", "delete", "orders", "--yes");
            assertThat(cluster.gregor("topic", "create", "orders", "-p", "3", "--yes")
                            .exitCode())
                    .isZero();
            produce();
        }
        var group = "{groups: {billing: {orders: {0: 1, 1: 1, 2: 1}}}}";
        assertThat(cluster.gregor("apply", "-e", group, "--yes").exitCode()).isZero();
        if (!Files.exists(folder.resolve("billing.secret"))) {
            Files.writeString(folder.resolve("billing.secret"), "opensesame\n");
        }
        if (!Files.exists(folder.resolve("cluster.yaml"))) {
            cluster.gregor("export", "-f", folder.resolve("cluster.yaml").toString());
        }
    }

    private void produce() throws IOException {
        var settings = Map.<String, Object>of("bootstrap.servers", cluster.address());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < RECORDS; i++) {
                sent.add(producer.send(new ProducerRecord<>("orders", i % 3, "key-" + i, "order " + i)));
            }
            for (var record : sent) {
                assertThat(record.get().hasOffset()).isTrue();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        user.close();
        cluster.close();
    }
}
