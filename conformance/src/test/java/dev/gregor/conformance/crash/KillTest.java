package dev.gregor.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.crash.DeliveryCheck.Delivery;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The broker is killed with SIGKILL at random instants while a producer with acks=all sends, and started again on the same
 * folder: three times, or as often as {@code gregor.kills} says. Now and then it is killed again while it recovers.
 */
class KillTest {
    private static final int PARTITIONS = 3;
    private static final String TOPIC = "killed";
    private static final int KILLS = Integer.getInteger("gregor.kills", 3);
    private static final long SEED = Long.getLong("gregor.seed", System.nanoTime());

    @ParameterizedTest(name = "idempotent: {0}, flush.messages: {1}")
    @CsvSource({"true,", "false,", "true,1"})
    void givenLoadWithAcksAll_whenTheBrokerIsKilledAgainAndAgain_thenEveryAcknowledgedRecordIsThere(
            boolean idempotent, @Nullable String flushMessages) throws Exception {
        System.out.println("KillTest: gregor.seed=" + SEED + ", " + KILLS + " kills");
        var random = new Random(SEED);
        try (var home = ServerHome.create()) {
            // given
            var server = home.start(ServerKind.underTest());
            createTopic(home, flushMessages);
            try (var producer = new CountingProducer(home.bootstrap(), TOPIC, PARTITIONS, idempotent)) {
                // when
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitMoreAcknowledged(producer, 100);
                    LockSupport.parkNanos(
                            Duration.ofMillis(random.nextInt(1_000)).toNanos());
                    server.kill();
                    server = restart(home, random);
                }
                awaitMoreAcknowledged(producer, 100);
                producer.finish();
                // then
                assertThat(producer.failures()).as("seed " + SEED).isEmpty();
                var read = readAll(home);
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    assertThat(DeliveryCheck.findings(
                                    producer.sent(),
                                    producer.acknowledged(partition),
                                    read.getOrDefault(partition, List.of()),
                                    idempotent))
                            .as("partition " + partition + ", seed " + SEED)
                            .isEmpty();
                }
                System.out.println("KillTest: " + producer.acknowledgedRecords() + " records acknowledged over " + KILLS
                        + " kills, all there (idempotent: " + idempotent + ")");
            }
        }
    }

    private static RunningServer restart(ServerHome home, Random random) {
        if (random.nextInt(3) == 0) {
            var early = home.launch(ServerKind.underTest());
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(800)).toNanos());
            early.kill();
        }
        return home.start(ServerKind.underTest());
    }

    private static void awaitMoreAcknowledged(CountingProducer producer, int more) {
        long wanted = producer.acknowledgedRecords() + more;
        long deadlineNs = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (producer.acknowledgedRecords() < wanted) {
            assertThat(System.nanoTime())
                    .as("records are acknowledged again, seed " + SEED)
                    .isLessThan(deadlineNs);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void createTopic(ServerHome home, @Nullable String flushMessages) throws Exception {
        var topic = new NewTopic(TOPIC, PARTITIONS, (short) 1);
        try (var admin = Admin.create(Map.of("bootstrap.servers", home.bootstrap()))) {
            admin.createTopics(List.of(
                            flushMessages == null ? topic : topic.configs(Map.of("flush.messages", flushMessages))))
                    .all()
                    .get();
        }
    }

    private static Map<Integer, List<Delivery>> readAll(ServerHome home) {
        var read = new HashMap<Integer, List<Delivery>>();
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", home.bootstrap()),
                new LongDeserializer(),
                new LongDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    read.computeIfAbsent(record.partition(), key -> new ArrayList<>())
                            .add(new Delivery(record.offset(), record.value()));
                }
            }
        }
        return read;
    }
}
