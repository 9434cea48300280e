package dev.gregor.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.apache.kafka.common.utils.Crc32C;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.log.remote.metadata.storage.generated.ProducerSnapshot;
import org.apache.kafka.storage.internals.log.CompletedTxn;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.storage.internals.log.LogSegment;
import org.apache.kafka.storage.internals.log.ProducerStateManager;

/**
 * Folders with all kinds of files that a log can have, written by Apache Kafka's own classes, the same each time:
 *
 * <pre>
 * orders-0               two segments with indexes, every compression, headers, transactions, snapshots
 * old-0                  message formats 0 and 1
 * damaged-0              what is wrong with each is in its base offset's name, see {@link SampleDamage}
 * __cluster_metadata-0, __consumer_offsets-0, …   every type of record, see {@link SampleRecords}
 * </pre>
 */
public final class SampleLogs {
    static final long TIME_MS = 1_700_000_000_000L;
    private static final int INDEX_INTERVAL_BYTES = 200;

    private final Path folder;

    private SampleLogs(Path folder) {
        this.folder = folder;
    }

    /** The folder with all of them below this one; made at the first call. */
    public static Path under(Path parent) {
        var folder = parent.resolve("logs");
        try {
            if (!Files.exists(folder)) {
                var logs = new SampleLogs(folder);
                logs.writeOrders();
                logs.writeOld();
                SampleDamage.write(folder.resolve("orders-0"), folder.resolve("damaged-0"));
                SampleRecords.write(folder);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One partition with two sound segments, as a broker that was stopped leaves it. */
    static void writeOrders(Path folder) throws IOException {
        new SampleLogs(folder).writeOrders();
    }

    private void writeOrders() throws IOException {
        var partition = Files.createDirectories(folder.resolve("orders-0"));
        try (var segment = segment(partition, 0)) {
            long offset = 0;
            for (var compression : List.of(
                    Compression.NONE,
                    Compression.gzip().build(),
                    Compression.snappy().build(),
                    Compression.lz4().build(),
                    Compression.zstd().build())) {
                for (int i = 0; i < 4; i++) {
                    append(segment, MemoryRecords.withRecords(offset, compression, 3, records(offset)));
                    offset += 3;
                }
            }
            append(
                    segment,
                    MemoryRecords.withIdempotentRecords(offset, Compression.NONE, 7, (short) 1, 0, 3, records(offset)));
            offset += 3;
            append(
                    segment,
                    MemoryRecords.withTransactionalRecords(
                            offset, Compression.NONE, 8, (short) 2, 5, 4, records(offset)));
            offset += 3;
            append(segment, marker(offset++, 8, (short) 2, ControlRecordType.COMMIT, 11));
            append(
                    segment,
                    MemoryRecords.withTransactionalRecords(
                            offset, Compression.NONE, 8, (short) 2, 8, 4, records(offset)));
            segment.updateTxnIndex(new CompletedTxn(8, offset, offset + 3, true), offset + 4);
            offset += 3;
            append(segment, marker(offset, 8, (short) 2, ControlRecordType.ABORT, 12));
            segment.onBecomeInactiveSegment();
        }
        try (var segment = segment(partition, 71)) {
            append(segment, cleaned(75));
            append(segment, logAppendTime(80));
            append(segment, MemoryRecords.withRecords(90, Compression.NONE, 5, nulls()));
            segment.onBecomeInactiveSegment();
        }
        Files.writeString(partition.resolve("leader-epoch-checkpoint"), "0\n3\n3 0\n4 63\n5 90\n");
        Files.writeString(partition.resolve("partition.metadata"), "version: 0\ntopic_id: 4L6g3nShT-eMCtK--X86sw");
        snapshot(partition.resolve("00000000000000000071.snapshot"));
        ProducerStateManager.writeSnapshot(
                partition.resolve("00000000000000000095.snapshot").toFile(), Map.of(), false);
    }

    private static void snapshot(Path file) throws IOException {
        var idempotent = new ProducerSnapshot.ProducerEntry()
                .setProducerId(7)
                .setEpoch((short) 1)
                .setLastSequence(2)
                .setLastOffset(62)
                .setOffsetDelta(2)
                .setTimestamp(TIME_MS + 62)
                .setCoordinatorEpoch(-1)
                .setCurrentTxnFirstOffset(-1);
        var transactional = new ProducerSnapshot.ProducerEntry()
                .setProducerId(8)
                .setEpoch((short) 2)
                .setLastSequence(10)
                .setLastOffset(69)
                .setOffsetDelta(2)
                .setTimestamp(TIME_MS + 69)
                .setCoordinatorEpoch(12)
                .setCurrentTxnFirstOffset(-1);
        // Of this one the log has nothing any more.
        var open = new ProducerSnapshot.ProducerEntry()
                .setProducerId(9)
                .setEpoch((short) 5)
                .setLastSequence(-1)
                .setLastOffset(-1)
                .setTimestamp(TIME_MS)
                .setCoordinatorEpoch(3)
                .setCurrentTxnFirstOffset(0);
        var bytes = MessageUtil.toVersionPrefixedBytes(
                (short) 1, new ProducerSnapshot().setProducerEntries(List.of(idempotent, transactional, open)));
        int checkedFrom = Short.BYTES + Integer.BYTES;
        long crc = Crc32C.compute(bytes, checkedFrom, bytes.length - checkedFrom);
        ByteBuffer.wrap(bytes).putInt(Short.BYTES, (int) crc);
        Files.write(file, bytes);
    }

    private void writeOld() throws IOException {
        var partition = Files.createDirectories(folder.resolve("old-0"));
        try (var segment = segment(partition, 0)) {
            long offset = 0;
            for (byte magic = RecordBatch.MAGIC_VALUE_V0; magic <= RecordBatch.MAGIC_VALUE_V1; magic++) {
                for (var compression :
                        List.of(Compression.NONE, Compression.gzip().build())) {
                    append(
                            segment,
                            MemoryRecords.withRecords(
                                    magic,
                                    offset,
                                    compression,
                                    TimestampType.CREATE_TIME,
                                    new SimpleRecord(TIME_MS + offset, "key".getBytes(UTF_8), "value".getBytes(UTF_8)),
                                    new SimpleRecord(TIME_MS + offset + 1, "no key".getBytes(UTF_8))));
                    offset += 2;
                }
            }
            segment.onBecomeInactiveSegment();
        }
    }

    private static LogSegment segment(Path partition, long baseOffset) throws IOException {
        var config = new LogConfig(Map.of("index.interval.bytes", INDEX_INTERVAL_BYTES, "segment.index.bytes", 4096));
        return LogSegment.open(partition.toFile(), baseOffset, config, Time.SYSTEM, 1 << 20, false);
    }

    private static void append(LogSegment segment, MemoryRecords records) throws IOException {
        long last = 0;
        for (var batch : records.batches()) {
            last = batch.lastOffset();
        }
        segment.append(last, records);
    }

    private static SimpleRecord[] records(long offset) {
        return new SimpleRecord[] {
            new SimpleRecord(
                    TIME_MS + offset, ("key-" + offset % 4).getBytes(UTF_8), ("value " + offset).getBytes(UTF_8)),
            new SimpleRecord(TIME_MS + offset + 2, "köy".getBytes(UTF_8), "välue".getBytes(UTF_8), new Header[] {
                new RecordHeader("a", "1".getBytes(UTF_8)), new RecordHeader("b", null)
            }),
            new SimpleRecord(TIME_MS + offset + 1, "key".getBytes(UTF_8), null)
        };
    }

    private static SimpleRecord[] nulls() {
        return new SimpleRecord[] {
            new SimpleRecord(TIME_MS + 200, (byte[]) null, null),
            new SimpleRecord(TIME_MS + 201, null, new byte[0]),
            new SimpleRecord(TIME_MS + 202, new byte[0], new byte[] {0, 0, 0, 42}),
            new SimpleRecord(TIME_MS + 203, new byte[] {0, 0, 0, 0, 0, 0, 0, 7}, new byte[] {0, 0, 0, 0, 0, 0, 0, 9}),
            new SimpleRecord(TIME_MS + 204, new byte[] {0, 0, 0, 1}, new byte[] {0, 0, 0, 2})
        };
    }

    private static MemoryRecords marker(
            long offset, long producerId, short epoch, ControlRecordType type, int coordinator) {
        return MemoryRecords.withEndTransactionMarker(
                offset, TIME_MS + offset, 4, producerId, epoch, new EndTransactionMarker(type, coordinator));
    }

    /** As a compacted batch looks: holes between its offsets, and the time from which its tombstones may go. */
    private static MemoryRecords cleaned(long offset) {
        var buffer = ByteBuffer.allocate(512);
        try (var builder = new MemoryRecordsBuilder(
                new ByteBufferOutputStream(buffer),
                RecordBatch.MAGIC_VALUE_V2,
                Compression.NONE,
                TimestampType.CREATE_TIME,
                offset,
                RecordBatch.NO_TIMESTAMP,
                RecordBatch.NO_PRODUCER_ID,
                RecordBatch.NO_PRODUCER_EPOCH,
                RecordBatch.NO_SEQUENCE,
                false,
                false,
                4,
                buffer.capacity(),
                TIME_MS + 5_000)) {
            builder.appendWithOffset(offset, TIME_MS + offset, "kept".getBytes(UTF_8), "1".getBytes(UTF_8));
            builder.appendWithOffset(offset + 3, TIME_MS + offset, "gone".getBytes(UTF_8), null);
            return builder.build();
        }
    }

    private static MemoryRecords logAppendTime(long offset) {
        try (var builder = MemoryRecords.builder(
                ByteBuffer.allocate(512),
                RecordBatch.MAGIC_VALUE_V2,
                Compression.lz4().build(),
                TimestampType.LOG_APPEND_TIME,
                offset,
                TIME_MS + 100)) {
            builder.append(0L, "k".getBytes(UTF_8), "v".getBytes(UTF_8));
            builder.append(1L, "k".getBytes(UTF_8), "w".getBytes(UTF_8));
            return builder.build();
        }
    }
}
