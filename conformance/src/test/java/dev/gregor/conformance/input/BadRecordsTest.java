package dev.gregor.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.server.SharedServer;
import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batches that must not get into a log: Apache Kafka's error, and the log as it was. */
@ExtendWith(SharedServer.class)
class BadRecordsTest {
    private static final short PRODUCE_VERSION = 9;
    private static final short LIST_OFFSETS_VERSION = 5;
    private static final int CRC_AT = 17;
    private static final int LENGTH_AT = 8;
    private static final int COUNT_AT = 57;

    private String topic = "";

    @BeforeEach
    void createTopic(RunningServer server, TestInfo test) throws Exception {
        topic = "bad-" + test.getTestMethod().orElseThrow().getName().replaceAll("_.*", "");
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", "10000"))))
                    .all()
                    .get();
        }
        awaitGoodRecord(server);
    }

    @Test
    void givenAWrongCrc_whenProduced_thenCorruptMessage(RunningServer server) throws IOException {
        var batch = batch(RecordBatch.MAGIC_VALUE_V2, 100);
        batch.putInt(CRC_AT, batch.getInt(CRC_AT) ^ 1);
        assertRefused(server, batch, Errors.CORRUPT_MESSAGE);
    }

    @Test
    void givenMagic0_whenProduced_thenInvalidRecord(RunningServer server) throws IOException {
        assertRefused(server, batch(RecordBatch.MAGIC_VALUE_V0, 100), Errors.INVALID_RECORD);
    }

    @Test
    void givenMagic1_whenProduced_thenInvalidRecord(RunningServer server) throws IOException {
        assertRefused(server, batch(RecordBatch.MAGIC_VALUE_V1, 100), Errors.INVALID_RECORD);
    }

    @Test
    void givenARecordBeyondMaxMessageBytes_whenProduced_thenMessageTooLarge(RunningServer server) throws IOException {
        assertRefused(server, batch(RecordBatch.MAGIC_VALUE_V2, 20_000), Errors.MESSAGE_TOO_LARGE);
    }

    @Test
    void givenABatchCutOff_whenProduced_thenItIsRefused(RunningServer server) throws IOException {
        var batch = batch(RecordBatch.MAGIC_VALUE_V2, 100);
        batch.limit(batch.limit() - 10);
        assertRefused(server, batch, Errors.INVALID_RECORD);
    }

    @Test
    void givenALengthBeyondTheRequest_whenProduced_thenItIsRefused(RunningServer server) throws IOException {
        var batch = batch(RecordBatch.MAGIC_VALUE_V2, 100);
        batch.putInt(LENGTH_AT, Integer.MAX_VALUE);
        // Apache Kafka's answer makes some clients send the batch again and again.
        boolean apache = ServerKind.underTest() == ServerKind.APACHE;
        assertRefused(server, batch, apache ? Errors.UNKNOWN_SERVER_ERROR : Errors.INVALID_RECORD);
    }

    @Test
    void givenACountThatIsNotThere_whenProduced_thenInvalidRecord(RunningServer server) throws IOException {
        var batch = batch(RecordBatch.MAGIC_VALUE_V2, 100);
        batch.putInt(COUNT_AT, 5);
        var crc = new java.util.zip.CRC32C();
        crc.update(batch.duplicate().position(CRC_AT + 4));
        batch.putInt(CRC_AT, (int) crc.getValue());
        assertRefused(server, batch, Errors.INVALID_RECORD);
    }

    private void assertRefused(RunningServer server, ByteBuffer batch, Errors error) throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            // given
            long before = endOffset(connection);
            // when
            var refused = produce(connection, batch);
            // then
            assertThat(refused).isEqualTo(error);
            assertThat(endOffset(connection)).isEqualTo(before);
            // and the connection goes on
            assertThat(produce(connection, batch(RecordBatch.MAGIC_VALUE_V2, 100)))
                    .isEqualTo(Errors.NONE);
            assertThat(endOffset(connection)).isEqualTo(before + 1);
        }
    }

    private void awaitGoodRecord(RunningServer server) throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            long deadlineNs = System.nanoTime() + 10_000_000_000L;
            while (produce(connection, batch(RecordBatch.MAGIC_VALUE_V2, 10)) != Errors.NONE) {
                assertThat(System.nanoTime()).as("the new topic takes a record").isLessThan(deadlineNs);
            }
        }
    }

    private Errors produce(RawConnection connection, ByteBuffer batch) throws IOException {
        var partition = new ProduceRequestData.PartitionProduceData()
                .setIndex(0)
                .setRecords(MemoryRecords.readableRecords(batch));
        var topics = new ProduceRequestData.TopicProduceDataCollection();
        topics.add(new ProduceRequestData.TopicProduceData().setName(topic).setPartitionData(List.of(partition)));
        var request =
                new ProduceRequestData().setAcks((short) -1).setTimeoutMs(5_000).setTopicData(topics);
        var answer = (ProduceResponseData) connection.exchange(ApiKeys.PRODUCE, PRODUCE_VERSION, request);
        var row = answer.responses().iterator().next().partitionResponses().get(0);
        return Errors.forCode(row.errorCode());
    }

    private long endOffset(RawConnection connection) throws IOException {
        var partition = new ListOffsetsRequestData.ListOffsetsPartition()
                .setPartitionIndex(0)
                .setTimestamp(-1);
        var request = new ListOffsetsRequestData()
                .setReplicaId(-1)
                .setTopics(List.of(new ListOffsetsRequestData.ListOffsetsTopic()
                        .setName(topic)
                        .setPartitions(List.of(partition))));
        var answer = (ListOffsetsResponseData) connection.exchange(ApiKeys.LIST_OFFSETS, LIST_OFFSETS_VERSION, request);
        return answer.topics().get(0).partitions().get(0).offset();
    }

    private static ByteBuffer batch(byte magic, int valueBytes) {
        var buffer = ByteBuffer.allocate(valueBytes + 1_000);
        var builder = MemoryRecords.builder(buffer, magic, Compression.NONE, TimestampType.CREATE_TIME, 0L);
        builder.append(new SimpleRecord(System.currentTimeMillis(), new byte[] {0, 1}, new byte[valueBytes]));
        var written = builder.build().buffer();
        return ByteBuffer.allocate(written.remaining()).put(written).flip();
    }
}
