package dev.gregor.broker.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/** A store over one folder, with a clock that stands still until it is moved. */
final class LogFixture implements AutoCloseable {
    static final TopicIdPartition ORDERS =
            new TopicIdPartition(Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ"), new TopicPartition("orders", 0));
    static final long NOW = 1_700_000_000_000L;

    final MovableClock clock = new MovableClock();
    private final Path dir;
    private final DiskAccess disk;
    LogSettings settings;
    LogStore store;

    LogFixture(Path dir) {
        this(dir, UnaryOperator.identity(), new DiskAccess());
    }

    LogFixture(Path dir, UnaryOperator<LogSettings> changes) {
        this(dir, changes, new DiskAccess());
    }

    LogFixture(Path dir, UnaryOperator<LogSettings> changes, DiskAccess disk) {
        this.dir = dir;
        this.disk = disk;
        this.settings = changes.apply(defaults());
        this.store = start();
    }

    private LogStore start() {
        return LogStore.start(LogStoreSettings.defaults(List.of(dir)), clock, topic -> settings, disk);
    }

    Path folder() {
        return dir.resolve("orders-0");
    }

    PartitionLog log() {
        return store.open(ORDERS, settings);
    }

    /** Stops well and starts again. */
    PartitionLog restart() {
        store.close();
        store = start();
        return log();
    }

    /** Dies and starts again. */
    PartitionLog crashAndRestart() {
        store.crash();
        store = start();
        return log();
    }

    @Override
    public void close() {
        store.close();
    }

    static LogSettings defaults() {
        return new LogSettings(
                1 << 30,
                TimeUnit.DAYS.toMillis(7),
                0,
                10 * 1024 * 1024,
                4096,
                -1,
                -1,
                0,
                1024 * 1024 + 12,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                TimestampType.CREATE_TIME,
                Long.MAX_VALUE,
                TimeUnit.HOURS.toMillis(1),
                "producer",
                true,
                false,
                1,
                false);
    }

    static LogSettings with(LogSettings s, java.util.Map<String, Object> changes) {
        var values = new java.util.HashMap<String, Object>();
        try {
            var components = LogSettings.class.getRecordComponents();
            var types = new Class<?>[components.length];
            var arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = changes.getOrDefault(
                        components[i].getName(), components[i].getAccessor().invoke(s));
                values.put(components[i].getName(), arguments[i]);
            }
            if (!values.keySet().containsAll(changes.keySet())) {
                throw new IllegalArgumentException("no such settings in " + changes.keySet());
            }
            return LogSettings.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- records

    static MemoryRecords batch(CompressionType codec, SimpleRecord... records) {
        return MemoryRecords.withRecords(Compression.of(codec).build(), records);
    }

    static MemoryRecords batch(int count, int valueBytes) {
        return batch(CompressionType.NONE, records(count, valueBytes, NOW));
    }

    static SimpleRecord[] records(int count, int valueBytes, long timestamp) {
        var records = new SimpleRecord[count];
        for (int i = 0; i < count; i++) {
            records[i] = new SimpleRecord(
                    timestamp + i, ("key-" + i).getBytes(StandardCharsets.UTF_8), new byte[valueBytes]);
        }
        return records;
    }

    static MemoryRecords idempotent(long producerId, int epoch, int sequence, int count) {
        return MemoryRecords.withIdempotentRecords(
                Compression.NONE, producerId, (short) epoch, sequence, records(count, 10, NOW));
    }

    static ByteBuffer direct(MemoryRecords records) {
        var source = records.buffer().duplicate();
        var copy = ByteBuffer.allocateDirect(source.remaining());
        copy.put(source).flip();
        return copy;
    }

    static AppendResult append(PartitionLog log, MemoryRecords records) {
        return append(
                log, direct(records), LogAppend.Origin.CLIENT, log.latestEpoch().orElse(0));
    }

    static AppendResult append(PartitionLog log, ByteBuffer records, LogAppend.Origin origin, int epoch) {
        var result = new CompletableFuture<AppendResult>();
        log.append(new LogAppend(records, origin, epoch, result::complete));
        return result.orTimeout(10, TimeUnit.SECONDS).join();
    }

    // ---- reading

    static MemoryRecords bytes(LogRead read) throws java.io.IOException {
        if (!(read instanceof LogRead.Found found)) {
            return MemoryRecords.EMPTY;
        }
        var slice = found.slice();
        try {
            var buffer = ByteBuffer.allocate(slice.sizeInBytes());
            while (buffer.hasRemaining() && slice.channel().read(buffer, slice.position() + buffer.position()) > 0) {
                // On.
            }
            return MemoryRecords.readableRecords(buffer.flip());
        } finally {
            slice.release();
        }
    }

    static List<Long> offsets(PartitionLog log) throws java.io.IOException {
        var offsets = new ArrayList<Long>();
        long next = log.logStartOffset();
        while (next < log.logEndOffset()) {
            var records = bytes(log.read(next, 64 * 1024, true, log.logEndOffset()));
            long before = next;
            for (RecordBatch batch : records.batches()) {
                batch.ensureValid();
                for (Record record : batch) {
                    if (record.offset() >= before) {
                        offsets.add(record.offset());
                    }
                }
                next = batch.nextOffset();
            }
            if (next == before) {
                break;
            }
        }
        return offsets;
    }

    static List<Long> range(long from, long to) {
        var range = new ArrayList<Long>();
        for (long i = from; i < to; i++) {
            range.add(i);
        }
        return range;
    }

    static final class MovableClock extends Clock {
        private final AtomicLong nowMs = new AtomicLong(NOW);

        void advance(long ms) {
            nowMs.addAndGet(ms);
        }

        @Override
        public long millis() {
            return nowMs.get();
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(nowMs.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
