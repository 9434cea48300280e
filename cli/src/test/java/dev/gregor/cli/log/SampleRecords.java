package dev.gregor.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.internals.ConsumerProtocol;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.KRaftVersionRecord;
import org.apache.kafka.common.message.LeaderChangeMessage;
import org.apache.kafka.common.message.SnapshotFooterRecord;
import org.apache.kafka.common.message.SnapshotHeaderRecord;
import org.apache.kafka.common.message.VotersRecord;
import org.apache.kafka.common.metadata.MetadataRecordType;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.coordinator.group.generated.GroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.GroupMetadataValue;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogKey;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.apache.kafka.metadata.MetadataRecordSerde;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.apache.kafka.server.log.remote.metadata.storage.serialization.RemoteLogMetadataSerde;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentId;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentMetadata;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentMetadataUpdate;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentState;
import org.apache.kafka.server.log.remote.storage.RemotePartitionDeleteMetadata;
import org.apache.kafka.server.log.remote.storage.RemotePartitionDeleteState;
import org.jspecify.annotations.Nullable;

/** Logs of Kafka's own topics: every type of record in every version, tombstones, and records that nobody can read. */
final class SampleRecords {
    private static final long TIME_MS = SampleLogs.TIME_MS;
    private static final String LOG = "00000000000000000000.log";

    private SampleRecords() {}

    static void write(Path folder) throws IOException {
        write(folder.resolve("__consumer_offsets-0"), groups());
        write(folder.resolve("__transaction_state-0"), transactions());
        write(folder.resolve("__share_group_state-0"), shareGroups());
        write(folder.resolve("__remote_log_metadata-0"), remoteLogs());
        var metadata = folder.resolve("__cluster_metadata-0");
        write(metadata, metadata());
        var log = metadata.resolve(LOG);
        var control = control();
        Files.write(log, concatenated(control, Files.readAllBytes(log)));
        for (var name :
                List.of("00000000000000000123-0000000004.checkpoint", "bootstrap.checkpoint", "odd.checkpoint")) {
            Files.copy(log, metadata.resolve(name));
        }
    }

    private static void write(Path partition, List<SimpleRecord> records) throws IOException {
        Files.createDirectories(partition);
        var batch = MemoryRecords.withRecords(0, Compression.NONE, 1, records.toArray(new SimpleRecord[0]));
        Files.write(partition.resolve(LOG), bytes(batch));
    }

    private static byte[] bytes(MemoryRecords records) {
        var bytes = new byte[records.sizeInBytes()];
        records.buffer().duplicate().get(bytes);
        return bytes;
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] control() {
        var all = new byte[0];
        var voter = new LeaderChangeMessage.Voter().setVoterId(1);
        all = concatenated(
                all,
                bytes(MemoryRecords.withLeaderChangeMessage(
                        0,
                        TIME_MS,
                        2,
                        ByteBuffer.allocate(512),
                        new LeaderChangeMessage()
                                .setLeaderId(1)
                                .setVoters(List.of(voter))
                                .setGrantingVoters(List.of(voter)))));
        all = concatenated(
                all,
                bytes(MemoryRecords.withSnapshotHeaderRecord(
                        1,
                        TIME_MS,
                        2,
                        ByteBuffer.allocate(512),
                        new SnapshotHeaderRecord().setLastContainedLogTimestamp(7))));
        all = concatenated(
                all,
                bytes(MemoryRecords.withKRaftVersionRecord(
                        2, TIME_MS, 2, ByteBuffer.allocate(512), new KRaftVersionRecord().setKRaftVersion((short) 1))));
        var voters = new VotersRecord()
                .setVoters(List.of(new VotersRecord.Voter()
                        .setVoterId(1)
                        .setVoterDirectoryId(new Uuid(3, 4))
                        .setEndpoints(new VotersRecord.EndpointCollection(List.of(new VotersRecord.Endpoint()
                                        .setName("CONTROLLER")
                                        .setHost("localhost")
                                        .setPort(9093))
                                .iterator()))));
        all = concatenated(all, bytes(MemoryRecords.withVotersRecord(3, TIME_MS, 2, ByteBuffer.allocate(512), voters)));
        return concatenated(
                all,
                bytes(MemoryRecords.withSnapshotFooterRecord(
                        4, TIME_MS, 2, ByteBuffer.allocate(512), new SnapshotFooterRecord())));
    }

    private static List<SimpleRecord> metadata() {
        var serde = new MetadataRecordSerde();
        var records = new ArrayList<SimpleRecord>();
        for (var type : MetadataRecordType.values()) {
            for (short version = type.lowestSupportedVersion(); version <= type.highestSupportedVersion(); version++) {
                var message = new ApiMessageAndVersion(type.newMetadataRecord(), version);
                var cache = new ObjectSerializationCache();
                var buffer = ByteBuffer.allocate(serde.recordSize(message, cache));
                serde.write(message, cache, new org.apache.kafka.common.protocol.ByteBufferAccessor(buffer));
                records.add(new SimpleRecord(TIME_MS, null, buffer.array()));
            }
        }
        records.add(new SimpleRecord(TIME_MS, null, new byte[] {1, 99, 0}));
        records.add(new SimpleRecord(TIME_MS, null, new byte[] {9, 9, 9}));
        records.add(new SimpleRecord(TIME_MS, null, new byte[0]));
        return records;
    }

    private static SimpleRecord coordinated(short type, ApiMessage key, @Nullable ApiMessage value, int version) {
        // Every coordinator's key begins with its type as its version.
        var keyBytes = MessageUtil.toByteBufferAccessor(key, (short) 0).buffer();
        var buffer = ByteBuffer.allocate(Short.BYTES + keyBytes.remaining())
                .putShort(type)
                .put(keyBytes);
        return new SimpleRecord(
                TIME_MS,
                buffer.array(),
                value == null ? null : MessageUtil.toVersionPrefixedBytes((short) version, value));
    }

    private static void addUnreadable(List<SimpleRecord> records) {
        records.add(new SimpleRecord(TIME_MS, new byte[] {0, 77, 1}, new byte[] {0, 0}));
        records.add(new SimpleRecord(TIME_MS, new byte[] {0}, new byte[] {0, 0}));
        records.add(new SimpleRecord(TIME_MS, new byte[] {0, 2, 0, 1, 'g'}, new byte[] {0, 99}));
        records.add(new SimpleRecord(TIME_MS, new byte[] {0, 0, 0, 1, 't'}, new byte[] {0, 1, 3}));
    }

    private static List<SimpleRecord> groups() {
        var records = new ArrayList<SimpleRecord>();
        for (var type : org.apache.kafka.coordinator.group.generated.CoordinatorRecordType.values()) {
            for (int version = type.lowestSupportedVersion(); version <= type.highestSupportedVersion(); version++) {
                records.add(coordinated(type.id(), type.newRecordKey(), type.newRecordValue(), version));
            }
            records.add(coordinated(type.id(), type.newRecordKey(), null, 0));
        }
        records.add(group("consumer", subscription(), assignment()));
        records.add(group("consumer", new byte[] {0}, new byte[0]));
        records.add(group("connect", subscription(), assignment()));
        addUnreadable(records);
        return records;
    }

    private static SimpleRecord group(String protocolType, byte[] subscription, byte[] assignment) {
        var value = new GroupMetadataValue()
                .setProtocolType(protocolType)
                .setGeneration(3)
                .setProtocol("range")
                .setLeader("m-1")
                .setMembers(List.of(new GroupMetadataValue.MemberMetadata()
                        .setMemberId("m-1")
                        .setClientId("c")
                        .setClientHost("/127.0.0.1")
                        .setSubscription(subscription)
                        .setAssignment(assignment)));
        return coordinated((short) 2, new GroupMetadataKey().setGroup("g-" + protocolType), value, 3);
    }

    private static byte[] subscription() {
        return ConsumerProtocol.serializeSubscription(
                        new ConsumerPartitionAssignor.Subscription(List.of("orders"), null, List.of()))
                .array();
    }

    private static byte[] assignment() {
        return ConsumerProtocol.serializeAssignment(
                        new ConsumerPartitionAssignor.Assignment(List.of(new TopicPartition("orders", 1))))
                .array();
    }

    private static List<SimpleRecord> transactions() {
        var records = new ArrayList<SimpleRecord>();
        for (int version = TransactionLogValue.LOWEST_SUPPORTED_VERSION;
                version <= TransactionLogValue.HIGHEST_SUPPORTED_VERSION;
                version++) {
            records.add(coordinated(
                    (short) 0,
                    new TransactionLogKey().setTransactionalId("tx"),
                    new TransactionLogValue()
                            .setProducerId(9)
                            .setProducerEpoch((short) 1)
                            .setTransactionStatus((byte) 1)
                            .setTransactionPartitions(List.of(new TransactionLogValue.PartitionsSchema()
                                    .setTopic("orders")
                                    .setPartitionIds(List.of(0, 2)))),
                    version));
        }
        records.add(coordinated((short) 0, new TransactionLogKey().setTransactionalId("tx"), null, 0));
        addUnreadable(records);
        return records;
    }

    private static List<SimpleRecord> shareGroups() {
        var records = new ArrayList<SimpleRecord>();
        for (var type : org.apache.kafka.coordinator.share.generated.CoordinatorRecordType.values()) {
            for (int version = type.lowestSupportedVersion(); version <= type.highestSupportedVersion(); version++) {
                records.add(coordinated(type.id(), type.newRecordKey(), type.newRecordValue(), version));
            }
            records.add(coordinated(type.id(), type.newRecordKey(), null, 0));
        }
        addUnreadable(records);
        return records;
    }

    private static List<SimpleRecord> remoteLogs() {
        var serde = new RemoteLogMetadataSerde();
        var partition = new TopicIdPartition(new Uuid(1, 2), 0, "orders");
        var id = new RemoteLogSegmentId(partition, new Uuid(3, 4));
        var records = new ArrayList<SimpleRecord>();
        for (var metadata : List.of(
                new RemoteLogSegmentMetadata(id, 0, 99, TIME_MS, 1, TIME_MS, 1024, Map.of(0, 0L, 1, 50L)),
                new RemoteLogSegmentMetadataUpdate(
                        id, TIME_MS, Optional.empty(), RemoteLogSegmentState.COPY_SEGMENT_FINISHED, 1),
                new RemotePartitionDeleteMetadata(
                        partition, RemotePartitionDeleteState.DELETE_PARTITION_MARKED, TIME_MS, 1))) {
            records.add(new SimpleRecord(TIME_MS, null, serde.serialize(metadata)));
        }
        records.add(new SimpleRecord(TIME_MS, null, new byte[] {0, 77, 0}));
        records.add(new SimpleRecord(TIME_MS, null, "nonsense".getBytes(UTF_8)));
        return records;
    }
}
