package dev.gregor.conformance.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.SharedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two members of a group share a text, one leaves, the other goes on where it had committed; with both group protocols. */
@ExtendWith(SharedServer.class)
class ConsumerGroupTest {
    private static final int PARTITIONS = 6;
    private static final Duration POLL = Duration.ofMillis(200);
    /** Short, since a rebalance inside one member's poll needs the other to poll too. */
    private static final Duration SHORT_POLL = Duration.ofMillis(20);

    private static final Duration WITHIN = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void givenTwoMembers_whenOneLeaves_thenTheOtherTakesOverAndEachRecordWasSeenOnce(
            String protocol, RunningServer server) throws Exception {
        // given
        var text = SampleText.ofThisRun();
        var topic = "group-" + protocol;
        createTopic(server, topic);
        int half = text.lines() / 2;
        var seen = new TreeMap<String, String>();
        produce(server, topic, text, 0, half);
        // when
        try (var staying = member(server, topic, protocol)) {
            try (var leaving = member(server, topic, protocol)) {
                pollUntilEachHasHalfThePartitions(staying, leaving, seen);
                produce(server, topic, text, half, text.lines() - half);
                pollUntilEachHasSeenMore(staying, leaving, seen);
            }
            pollUntil(staying, seen, text.lines());
            assertThat(staying.assignment()).hasSize(PARTITIONS);
        }
        // then
        var together = seen.values().stream().collect(joining("\n", "", "\n"));
        var file = Files.writeString(Files.createTempFile("group-", ".txt"), together, StandardCharsets.UTF_8);
        assertThat(SampleText.sha256(file)).isEqualTo(text.sha256());
        Files.delete(file);
        assertThat(committed(server, topic)).isEqualTo(text.lines());
    }

    private static void produce(RunningServer server, String topic, SampleText text, int skipped, int count)
            throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", server.bootstrap());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                var lines = Files.lines(text.file())) {
            var sent = new ArrayList<Future<?>>();
            lines.skip(skipped)
                    .limit(count)
                    .forEach(line -> sent.add(producer.send(new ProducerRecord<>(topic, keyOf(line), line))));
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        }
    }

    /** The number that each line begins with. */
    private static String keyOf(String line) {
        return line.substring(0, 9);
    }

    private static void createTopic(RunningServer server, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static KafkaConsumer<String, String> member(RunningServer server, String topic, String protocol) {
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                server.bootstrap(),
                "group.id",
                topic,
                "group.protocol",
                protocol,
                "enable.auto.commit",
                false,
                "max.poll.records",
                2_000,
                "auto.offset.reset",
                "earliest");
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static void pollUntilEachHasHalfThePartitions(
            KafkaConsumer<String, String> one, KafkaConsumer<String, String> other, Map<String, String> seen) {
        var deadline = new Deadline(WITHIN);
        while (one.assignment().size() != PARTITIONS / 2 || other.assignment().size() != PARTITIONS / 2) {
            pollOnce(one, seen, SHORT_POLL);
            pollOnce(other, seen, SHORT_POLL);
            deadline.orFail(one.assignment() + " and " + other.assignment());
        }
    }

    private static void pollUntilEachHasSeenMore(
            KafkaConsumer<String, String> one, KafkaConsumer<String, String> other, Map<String, String> seen) {
        var deadline = new Deadline(WITHIN);
        boolean oneSaw = false;
        boolean otherSaw = false;
        while (!oneSaw || !otherSaw) {
            oneSaw |= pollOnce(one, seen, SHORT_POLL);
            otherSaw |= pollOnce(other, seen, SHORT_POLL);
            deadline.orFail("records for " + (oneSaw ? "one member only" : "none"));
        }
    }

    private static void pollUntil(KafkaConsumer<String, String> consumer, Map<String, String> seen, int lines) {
        var deadline = new Deadline(WITHIN.plusSeconds(lines / 10_000));
        while (seen.size() < lines) {
            pollOnce(consumer, seen, POLL);
            deadline.orFail(seen.size() + " of " + lines);
        }
    }

    private static boolean pollOnce(
            KafkaConsumer<String, String> consumer, Map<String, String> seen, Duration timeout) {
        var records = consumer.poll(timeout);
        for (ConsumerRecord<String, String> record : records) {
            assertThat(seen.put(record.key(), record.value()))
                    .as("an earlier delivery of %s", record.key())
                    .isNull();
        }
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
        return !records.isEmpty();
    }

    private static long committed(RunningServer server, String group) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(10, SECONDS);
            return offsets.values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }
}
