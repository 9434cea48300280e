package dev.gregor.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.broker.group.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups as Apache Kafka's own clients see them, over sockets, on a broker that is stopped and started. */
@Timeout(120)
class GroupsEndToEndTest {
    private static final int PARTITIONS = 6;
    private static final int RECORDS = 600;

    @TempDir
    private Path folder;

    private Broker broker;

    @BeforeEach
    void start() {
        broker = Broker.start(BrokerConfig.of(Map.of(
                "node.id", "1",
                "listeners", "PLAINTEXT://127.0.0.1:0,CONTROLLER://127.0.0.1:0",
                "log.dirs", folder.toString(),
                "group.initial.rebalance.delay.ms", "0",
                "group.consumer.min.heartbeat.interval.ms", "200",
                "group.consumer.heartbeat.interval.ms", "200")));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void givenTwoMembers_whenOneLeavesAndTheBrokerIsRestarted_thenNothingIsLostOrReadTwice(String protocol)
            throws Exception {
        produce(0, RECORDS);
        var read = new HashSet<String>();
        // given two members that share the partitions
        try (var first = member(protocol);
                var second = member(protocol)) {
            Await.until(() -> {
                poll(first, read);
                poll(second, read);
                return first.assignment().size() == PARTITIONS / 2
                        && second.assignment().size() == PARTITIONS / 2
                        && read.size() == RECORDS;
            });
            assertThat(first.assignment()).doesNotContainAnyElementsOf(second.assignment());
            // when one leaves, the other takes over
            second.commitSync();
            second.close();
            produce(RECORDS, 2 * RECORDS);
            Await.until(() -> {
                poll(first, read);
                return first.assignment().size() == PARTITIONS && read.size() == 2 * RECORDS;
            });
            first.commitSync();
        }
        // and the broker is stopped and started
        broker.close();
        start();
        // then
        try (var admin = Admin.create(client())) {
            var offsets = admin.listConsumerGroupOffsets("readers")
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS);
            assertThat(offsets).hasSize(PARTITIONS);
            assertThat(offsets.values().stream().mapToLong(it -> it.offset()).sum())
                    .isEqualTo(2L * RECORDS);
        }
        produce(2 * RECORDS, 2 * RECORDS + 10);
        var after = new HashSet<String>();
        try (var again = member(protocol)) {
            Await.until(() -> {
                poll(again, after);
                return after.size() >= 10;
            });
        }
        assertThat(after).hasSize(10).doesNotContainAnyElementsOf(read);
        // and the group can be described and deleted
        try (var admin = Admin.create(client())) {
            assertThat(admin.listGroups().all().get(20, TimeUnit.SECONDS)).hasSize(1);
            var described =
                    admin.describeConsumerGroups(List.of("readers")).all().get(20, TimeUnit.SECONDS);
            assertThat(described.values().iterator().next().type().toString()).isEqualToIgnoringCase(protocol);
            admin.deleteConsumerGroups(List.of("readers")).all().get(20, TimeUnit.SECONDS);
            assertThat(admin.listGroups().all().get(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    private void produce(int from, int to) throws Exception {
        try (var admin = Admin.create(client())) {
            if (!admin.listTopics().names().get(20, TimeUnit.SECONDS).contains("orders")) {
                admin.createTopics(List.of(new NewTopic("orders", PARTITIONS, (short) 1)))
                        .all()
                        .get(20, TimeUnit.SECONDS);
            }
        }
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = from; i < to; i++) {
                sent.add(producer.send(new ProducerRecord<>("orders", i % PARTITIONS, "k", "v" + i)));
            }
            for (var each : sent) {
                each.get();
            }
        }
    }

    private KafkaConsumer<String, String> member(String protocol) {
        var properties = client();
        properties.put("group.id", "readers");
        properties.put("group.protocol", protocol);
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        if (protocol.equals("classic")) {
            properties.put("heartbeat.interval.ms", "200");
        }
        var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of("orders"));
        return consumer;
    }

    private static void poll(Consumer<String, String> consumer, Set<String> read) {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            read.add(record.value());
        }
    }

    private Properties client() {
        var properties = new Properties();
        properties.put(
                "bootstrap.servers",
                "127.0.0.1:" + broker.boundAddress("PLAINTEXT").getPort());
        return properties;
    }
}
