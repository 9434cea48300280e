package dev.gregor.broker.group;

import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogRead;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogSlice;
import dev.gregor.broker.storage.PartitionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;

/** One file, no indexes, one writer under a lock: as much of a log as a coordinator sees. */
final class TinyLog implements PartitionLog {
    static final LogSettings SETTINGS = new LogSettings(
            1 << 30,
            Long.MAX_VALUE,
            0,
            1 << 20,
            4096,
            -1,
            -1,
            0,
            1 << 20,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            TimestampType.CREATE_TIME,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "producer",
            false,
            true,
            1,
            false);

    private final TopicIdPartition id;
    private final FileChannel file;
    private final TreeMap<Long, Long> positions = new TreeMap<>();
    private long logStartOffset;
    private volatile long logEndOffset;
    private long size;
    int openSlices;

    TinyLog(TopicIdPartition id, Path folder) {
        this.id = id;
        try {
            var own = Files.createDirectories(folder.resolve(id.topicPartition().toString()));
            this.file = FileChannel.open(
                    own.resolve("00000000000000000000.log"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileChannel file() {
        return file;
    }

    @Override
    public TopicIdPartition id() {
        return id;
    }

    @Override
    public LogSettings settings() {
        return SETTINGS;
    }

    @Override
    public void reconfigure(LogSettings settings) {}

    @Override
    public synchronized long logStartOffset() {
        return logStartOffset;
    }

    @Override
    public long logEndOffset() {
        return logEndOffset;
    }

    @Override
    public long firstUnstableOffset() {
        return logEndOffset;
    }

    @Override
    public synchronized long sizeBytes() {
        return size;
    }

    @Override
    public void append(LogAppend append) {
        append.completion().onAppended(write(append.records(), append.leaderEpoch()));
    }

    synchronized AppendResult write(ByteBuffer records, int leaderEpoch) {
        long base = logEndOffset;
        var bytes = ByteBuffer.allocate(records.remaining())
                .put(records.duplicate())
                .flip();
        long next = base;
        for (MutableRecordBatch batch :
                MemoryRecords.readableRecords(bytes.duplicate()).batches()) {
            positions.put(next, size);
            next += batch.lastOffset() - batch.baseOffset() + 1;
            batch.setLastOffset(next - 1);
            batch.setPartitionLeaderEpoch(leaderEpoch);
            size += batch.sizeInBytes();
        }
        try {
            long at = size - bytes.remaining();
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logEndOffset = next;
        return new AppendResult.Appended(base, next - 1, -1, logStartOffset, false);
    }

    @Override
    public synchronized LogRead read(long fetchOffset, int maxBytes, boolean atLeastOneBatch, long endOffset) {
        if (fetchOffset < logStartOffset || fetchOffset > logEndOffset) {
            return new LogRead.OutOfRange(logStartOffset, logEndOffset);
        }
        if (fetchOffset >= endOffset) {
            return new LogRead.Nothing();
        }
        long from = positions.floorEntry(fetchOffset).getValue();
        long to = from;
        for (long batchEnd : positions.tailMap(fetchOffset, false).values()) {
            if (batchEnd - from <= maxBytes || to == from) {
                to = batchEnd;
            }
        }
        if (size - from <= maxBytes || to == from) {
            to = size;
        }
        openSlices++;
        return new LogRead.Found(new Slice(from, (int) (to - from)));
    }

    private final class Slice implements LogSlice {
        private final long position;
        private final int bytes;

        Slice(long position, int bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        @Override
        public FileChannel channel() {
            return file;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public int sizeInBytes() {
            return bytes;
        }

        @Override
        public void release() {
            synchronized (TinyLog.this) {
                openSlices--;
            }
        }
    }

    @Override
    public Optional<TimestampAndOffset> offsetForTimestamp(long timestampMs, long endOffset) {
        return Optional.empty();
    }

    @Override
    public Optional<TimestampAndOffset> maxTimestamp(long endOffset) {
        return Optional.empty();
    }

    @Override
    public OptionalInt latestEpoch() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt epochForOffset(long offset) {
        return OptionalInt.empty();
    }

    @Override
    public EpochEndOffset endOffsetForEpoch(int leaderEpoch) {
        return new EpochEndOffset(-1, -1);
    }

    @Override
    public void startEpoch(int leaderEpoch) {}

    @Override
    public void truncateTo(long offset) {}

    @Override
    public void truncateFullyAndStartAt(long offset) {}

    @Override
    public synchronized void advanceLogStartOffset(long offset) {
        logStartOffset = offset;
    }
}
