package dev.gregor.broker.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestPartition;
import org.apache.kafka.common.message.OffsetCommitRequestData.OffsetCommitRequestTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.tools.DumpLogSegments;
import org.apache.kafka.tools.consumer.OffsetsMessageFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Apache Kafka's own formatters read from the files that the coordinator's records went to. */
@Timeout(60)
class OffsetsTopicFormatTest {
    private static final String GROUP = "readers";

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Uuid topicId;

    @BeforeEach
    void start() {
        cluster = new TestCluster(folder);
        topicId = cluster.createTopic("orders", 2);
        cluster.createOffsetsTopic();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void givenACommit_whenReadByKafkasOffsetsFormatter_thenItIsWhatWasCommitted() throws Exception {
        // given
        commit(1, 42);
        // when
        var read = read(new OffsetsMessageFormatter());
        // then
        assertThat(read).singleElement().satisfies(record -> {
            var key = record.get("key").get("data");
            assertThat(key.get("group").asText()).isEqualTo(GROUP);
            assertThat(key.get("topic").asText()).isEqualTo("orders");
            assertThat(key.get("partition").asInt()).isEqualTo(1);
            assertThat(record.get("value").get("data").get("offset").asLong()).isEqualTo(42);
        });
    }

    @Test
    void givenAConsumerGroup_whenKafkasLogToolDecodesTheFile_thenEachRecordIsUnderstood() throws Exception {
        // given
        Await.until(() -> beat() == Errors.NONE);
        // when
        var dump = dump(
                "--offsets-decoder",
                "--deep-iteration",
                "--files",
                offsetsPath().toString());
        // then
        var records = new AtomicInteger();
        offsetsFile().records().forEach(record -> records.incrementAndGet());
        assertThat(records.get()).isGreaterThan(3);
        assertThat(dump.lines().filter(line -> line.contains("\"groupId\":\"" + GROUP + "\"")))
                .hasSize(records.get());
        assertThat(dump).contains("\"subscribedTopicNames\":[\"orders\"]").doesNotContain("Could not");
    }

    @Test
    void givenACommitInEachCodec_whenTheTopicIsCompressed_thenTheBatchesAreToo() throws Exception {
        // given: 1 gzip, 2 snappy, 3 lz4, 4 zstd
        for (int codec = 1; codec <= 4; codec++) {
            cluster.with("offsets.topic.compression.codec", "" + codec);
            commit(0, codec);
        }
        // when
        var codecs = new ArrayList<String>();
        offsetsFile().batches().forEach(batch -> codecs.add(batch.compressionType().name));
        // then
        assertThat(codecs).containsExactly("gzip", "snappy", "lz4", "zstd");
        assertThat(read(new OffsetsMessageFormatter())).hasSize(4);
    }

    private List<JsonNode> read(MessageFormatter formatter) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            for (Record record : offsetsFile().records()) {
                formatter.writeTo(consumed(record), print);
            }
        }
        var json = new ObjectMapper();
        var rows = new ArrayList<JsonNode>();
        try (var values = json.readerFor(JsonNode.class).<JsonNode>readValues(out.toByteArray())) {
            values.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String dump(String... arguments) throws IOException {
        var console = System.out;
        var out = new ByteArrayOutputStream();
        try (var captured = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            DumpLogSegments.main(arguments);
        } finally {
            System.setOut(console);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private FileRecords offsetsFile() throws IOException {
        return FileRecords.open(offsetsPath().toFile(), false);
    }

    private Path offsetsPath() {
        var partition = cluster.groups().partitionFor(GROUP);
        var name = new TopicPartition(OffsetsTopic.NAME, partition).toString();
        return folder.resolve(name).resolve("00000000000000000000.log");
    }

    private static ConsumerRecord<byte[], byte[]> consumed(Record record) {
        return new ConsumerRecord<>(
                OffsetsTopic.NAME,
                0,
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.keySize(),
                record.valueSize(),
                Utils.toNullableArray(record.key()),
                Utils.toNullableArray(record.value()),
                new RecordHeaders(),
                Optional.empty());
    }

    private void commit(int partition, long offset) {
        var request = new OffsetCommitRequestData()
                .setGroupId(GROUP)
                .setTopics(List.of(new OffsetCommitRequestTopic()
                        .setName("orders")
                        .setTopicId(topicId)
                        .setPartitions(List.of(new OffsetCommitRequestPartition()
                                .setPartitionIndex(partition)
                                .setCommittedOffset(offset)))));
        Await.until(() -> cluster.groups()
                        .commitOffsets(Asking.latest(ApiKeys.OFFSET_COMMIT), request)
                        .get(10, TimeUnit.SECONDS)
                        .topics()
                        .get(0)
                        .partitions()
                        .get(0)
                        .errorCode()
                == 0);
    }

    private Errors beat() throws Exception {
        var request = new ConsumerGroupHeartbeatRequestData()
                .setGroupId(GROUP)
                .setMemberId(Uuid.randomUuid().toString())
                .setMemberEpoch(0)
                .setRebalanceTimeoutMs(60_000)
                .setSubscribedTopicNames(List.of("orders"))
                .setTopicPartitions(List.of());
        return Errors.forCode(cluster.groups()
                .consumerGroupHeartbeat(Asking.latest(ApiKeys.CONSUMER_GROUP_HEARTBEAT), request)
                .get(10, TimeUnit.SECONDS)
                .errorCode());
    }
}
