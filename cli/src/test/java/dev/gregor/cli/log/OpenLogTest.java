package dev.gregor.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gregor.broker.Broker;
import dev.gregor.broker.config.BrokerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor log} under a broker that has the files open and writes to them. */
class OpenLogTest {
    private static final int READINGS = 8;

    @TempDir
    private Path folder;

    private Broker broker;
    private String address;

    @BeforeEach
    void start() {
        broker = Broker.start(BrokerConfig.load(
                Optional.empty(),
                Map.of(),
                List.of(
                        "log.dirs=" + folder,
                        "listeners=PLAINTEXT://127.0.0.1:0",
                        "log.segment.bytes=1048576",
                        "log.index.interval.bytes=100")));
        address = "127.0.0.1:" + broker.boundAddress("PLAINTEXT").getPort();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "linger.ms", "1", "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer());
    }

    @Test
    void givenABrokerThatWrites_whenItsLogsAreVerified_thenNoDamageIsSeen() throws InterruptedException {
        // given
        var writes = new AtomicBoolean(true);
        var writer = new Thread(() -> {
            try (var producer = producer()) {
                for (int i = 0; writes.get(); i++) {
                    producer.send(new ProducerRecord<>("orders", "k" + i % 100, "value ".repeat(i % 50)));
                }
            }
        });
        writer.start();
        try {
            awaitRecords();
            for (int i = 0; i < READINGS; i++) {
                // when
                var run = GregorRun.of("log", "verify", folder.toString());
                // then
                assertThat(run.out()).startsWith("no damage in ");
                assertThat(run.exitCode()).isZero();
            }
        } finally {
            writes.set(false);
            writer.join();
        }
    }

    /** Until the first segment is full. */
    private void awaitRecords() {
        long deadlineNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (PartitionFolder.of(folder.resolve("orders-0"))
                        .map(PartitionFolder::segments)
                        .orElse(List.of())
                        .size()
                < 2) {
            assertThat(System.nanoTime()).isLessThan(deadlineNanos);
            Thread.onSpinWait();
        }
    }

    @Test
    void givenRecordsAndAGroup_whenDumped_thenTheyAreAsTheyWereWritten() throws IOException {
        // given
        try (var producer = producer()) {
            for (int i = 0; i < 20; i++) {
                producer.send(new ProducerRecord<>("orders", 0, 1_700_000_000_000L + i, "k" + i, "v" + i));
            }
        }
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", address, "group.id", "billing", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("orders"));
            for (int read = 0; read < 20; ) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            consumer.commitSync();
        }
        var orders = folder.resolve("orders-0").toString();
        // when
        var last = GregorRun.of("log", "dump", orders, "--offsets", "-2:end", "-f", "%t %p %o %T %k=%v\\n");
        var json = GregorRun.of("log", "dump", orders, "--offsets", "@2023-11-14T22:13:20.018Z", "-o", "json");
        var offsets = GregorRun.of("log", "offsets", orders, "-o", "json");
        var groups = GregorRun.of(
                "log",
                "dump",
                folder.resolve("__consumer_offsets-" + groupPartition()).toString());
        // then
        assertThat(last.out()).isEqualTo("orders 0 18 1700000000018 k18=v18\norders 0 19 1700000000019 k19=v19\n");
        assertThat(new ObjectMapper().readTree(json.out()).findValuesAsText("value"))
                .containsExactly("v18", "v19");
        assertThat(new ObjectMapper().readTree(offsets.out()).get(0).get("end").asLong())
                .isEqualTo(20);
        assertThat(groups.out())
                .contains("{\"type\":\"1\",\"data\":{\"group\":\"billing\",\"topic\":\"orders\",\"partition\":0}}")
                .contains("\"offset\":20");
    }

    private static int groupPartition() {
        return Utils.abs("billing".hashCode()) % 50;
    }
}
