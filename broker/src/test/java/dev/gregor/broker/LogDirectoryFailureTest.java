package dev.gregor.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.group.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log directory that is taken away under a broker, as by a disk that dies: its next checkpoint fails. */
@Timeout(120)
class LogDirectoryFailureTest {
    private static final String TOPIC = "orders";
    private static final int PARTITIONS = 4;
    private static final int PRODUCE_VERSION = 9;
    private static final int FETCH_VERSION = 12;

    @TempDir
    private Path folder;

    @Test
    void givenTwoDirectories_whenOneFails_thenItsPartitionsAreOfflineUntilARestartAndTheOthersServe() throws Exception {
        // given
        List<Integer> lost;
        try (var broker = start("one", "two");
                var admin = BrokerTest.admin(broker);
                var client = new RawClient(broker.boundAddress("PLAINTEXT"))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            lost = partitionsIn("two");
            var kept = partitionsIn("one");
            assertThat(lost).isNotEmpty();
            assertThat(kept).isNotEmpty();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                assertThat(produce(client, partition)).isEqualTo(Errors.NONE);
            }
            // when
            takeAway("two");
            Await.until(() -> produce(client, lost.get(0)) == Errors.KAFKA_STORAGE_ERROR);
            // then
            for (int partition : lost) {
                Await.until(() -> produce(client, partition) == Errors.KAFKA_STORAGE_ERROR);
                Await.until(() -> fetch(client, partition) == Errors.KAFKA_STORAGE_ERROR);
            }
            for (int partition : kept) {
                assertThat(produce(client, partition)).isEqualTo(Errors.NONE);
                assertThat(fetch(client, partition)).isEqualTo(Errors.NONE);
            }
            Await.until(() -> leaderless(admin).equals(lost));
            var directories =
                    admin.describeLogDirs(List.of(1)).allDescriptions().get().get(1);
            assertThat(requireNonNull(directories).get(folder.resolve("two").toString()))
                    .satisfies(two -> assertThat(two.error()).isInstanceOf(KafkaStorageException.class));
        }
        // and
        giveBack("two");
        try (var broker = start("one", "two");
                var admin = BrokerTest.admin(broker);
                var client = new RawClient(broker.boundAddress("PLAINTEXT"))) {
            Await.until(() -> leaderless(admin).isEmpty());
            for (int partition : lost) {
                assertThat(endOffset(admin, partition)).isPositive();
                assertThat(produce(client, partition)).isEqualTo(Errors.NONE);
            }
        }
    }

    @Test
    void givenOneDirectory_whenItFails_thenTheBrokerEndsAndSaysWhy() throws Exception {
        // given
        try (var broker = start("one");
                var client = new RawClient(broker.boundAddress("PLAINTEXT"))) {
            try (var admin = BrokerTest.admin(broker)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            // when
            takeAway("one");
            assertThat(produce(client, 0)).isIn(Errors.NONE, Errors.KAFKA_STORAGE_ERROR);
            // then
            assertThatThrownBy(() -> broker.termination().get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(KafkaStorageException.class)
                    .hasMessageContaining("all log.dirs have failed (" + folder.resolve("one") + ")");
        }
    }

    @Test
    void givenTwoDirectories_whenTheOneOfTheMetadataFails_thenTheBrokerEndsAndSaysWhy() throws Exception {
        // given
        try (var broker = start("one", "two");
                var client = new RawClient(broker.boundAddress("PLAINTEXT"))) {
            try (var admin = BrokerTest.admin(broker)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
            int kept = partitionsIn("one").get(0);
            // when
            takeAway("one");
            assertThat(produce(client, kept)).isIn(Errors.NONE, Errors.KAFKA_STORAGE_ERROR);
            // then
            assertThatThrownBy(() -> broker.termination().get(60, TimeUnit.SECONDS))
                    .hasMessageContaining("the log directory of the metadata, " + folder.resolve("one"));
        }
        assertThat(folder.resolve("two/.kafka_cleanshutdown")).exists();
    }

    private Broker start(String... directories) {
        var paths = new ArrayList<String>();
        for (var directory : directories) {
            paths.add(folder.resolve(directory).toString());
        }
        return Broker.start(BrokerTest.config(
                folder, "log.dirs", String.join(",", paths), "replica.high.watermark.checkpoint.interval.ms", "50"));
    }

    private void takeAway(String directory) throws IOException {
        Files.move(folder.resolve(directory), folder.resolve(directory + "-gone"));
    }

    private void giveBack(String directory) throws IOException {
        Files.move(folder.resolve(directory + "-gone"), folder.resolve(directory));
    }

    private List<Integer> partitionsIn(String directory) {
        var found = new ArrayList<Integer>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (Files.exists(folder.resolve(directory).resolve(TOPIC + "-" + partition))) {
                found.add(partition);
            }
        }
        return found;
    }

    private static List<Integer> leaderless(Admin admin) throws Exception {
        TopicDescription topic = requireNonNull(
                admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
        return topic.partitions().stream()
                .filter(partition ->
                        partition.leader() == null || partition.leader().isEmpty())
                .map(partition -> partition.partition())
                .toList();
    }

    private static long endOffset(Admin admin, int partition) throws Exception {
        var id = new TopicPartition(TOPIC, partition);
        return admin.listOffsets(Map.of(id, OffsetSpec.latest()))
                .partitionResult(id)
                .get()
                .offset();
    }

    private static Errors produce(RawClient client, int partition) throws IOException {
        var records =
                MemoryRecords.withRecords(Compression.NONE, new SimpleRecord("one".getBytes(StandardCharsets.UTF_8)));
        var data = new TopicProduceData()
                .setName(TOPIC)
                .setPartitionData(
                        List.of(new PartitionProduceData().setIndex(partition).setRecords(records)));
        var request = new ProduceRequestData().setAcks((short) -1).setTimeoutMs(10_000);
        request.topicData().add(data);
        var response = client.send(ApiKeys.PRODUCE, PRODUCE_VERSION, 1, request)
                .receive(ApiKeys.PRODUCE, PRODUCE_VERSION, new ProduceResponseData());
        return Errors.forCode(response.responses()
                .find(TOPIC, org.apache.kafka.common.Uuid.ZERO_UUID)
                .partitionResponses()
                .get(0)
                .errorCode());
    }

    private static Errors fetch(RawClient client, int partition) throws IOException {
        var request = new FetchRequestData()
                .setMaxWaitMs(0)
                .setMinBytes(1)
                .setMaxBytes(1 << 20)
                .setTopics(List.of(new FetchTopic()
                        .setTopic(TOPIC)
                        .setPartitions(List.of(new FetchPartition()
                                .setPartition(partition)
                                .setFetchOffset(0)
                                .setPartitionMaxBytes(1 << 20)))));
        var response = client.send(ApiKeys.FETCH, FETCH_VERSION, 1, request)
                .receive(ApiKeys.FETCH, FETCH_VERSION, new FetchResponseData());
        return Errors.forCode(response.responses().get(0).partitions().get(0).errorCode());
    }
}
