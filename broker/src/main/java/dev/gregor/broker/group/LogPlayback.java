package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.coordinator.common.runtime.CoordinatorLoaderImpl;
import org.apache.kafka.coordinator.common.runtime.CoordinatorPlayback;
import org.apache.kafka.coordinator.common.runtime.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a partition's batches to a coordinator: records, and the markers that end transactions. What is above the high
 * watermark is written but not committed yet. Records of a type from another release are left out with a warning; anything
 * else that does not fit fails the load. Not thread-safe.
 */
final class LogPlayback<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LogPlayback.class);
    private static final long COMMIT_INTERVAL_OFFSETS = CoordinatorLoaderImpl.DEFAULT_COMMIT_INTERVAL_OFFSETS;

    private final Partition partition;
    private final Deserializer<T> deserializer;
    private final CoordinatorPlayback<T> coordinator;
    private long lastCommittedOffset = -1;
    private long records;
    private long bytes;

    LogPlayback(Partition partition, Deserializer<T> deserializer, CoordinatorPlayback<T> coordinator) {
        this.partition = partition;
        this.deserializer = deserializer;
        this.coordinator = coordinator;
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    void play(MemoryRecords batches) {
        for (MutableRecordBatch batch : batches.batches()) {
            for (Record record : batch) {
                records++;
                if (batch.isControlBatch()) {
                    playMarker(batch, record);
                } else {
                    playRecord(batch, record);
                }
            }
            advanceTo(batch.nextOffset());
        }
        bytes += batches.sizeInBytes();
    }

    private void playMarker(MutableRecordBatch batch, Record record) {
        var type = ControlRecordType.parse(record.key());
        if (type == ControlRecordType.COMMIT) {
            coordinator.replayEndTransactionMarker(batch.producerId(), batch.producerEpoch(), TransactionResult.COMMIT);
        } else if (type == ControlRecordType.ABORT) {
            coordinator.replayEndTransactionMarker(batch.producerId(), batch.producerEpoch(), TransactionResult.ABORT);
        }
    }

    private void playRecord(MutableRecordBatch batch, Record record) {
        T meaning;
        try {
            meaning = deserializer.deserialize(record.key(), record.value());
        } catch (Deserializer.UnknownRecordTypeException e) {
            LOG.warn(
                    "Left out a record of unknown type {} at {} of {}: it may stem from an upgrade that was given up.",
                    e.unknownType(),
                    record.offset(),
                    partition.id());
            return;
        } catch (RuntimeException e) {
            throw unfit("Reading", batch, record, e);
        }
        if (meaning != null) {
            try {
                coordinator.replay(record.offset(), batch.producerId(), batch.producerEpoch(), meaning);
            } catch (RuntimeException e) {
                throw unfit("Replaying", batch, record, e);
            }
        }
    }

    private void advanceTo(long nextOffset) {
        var highWatermark = partition.highWatermark();
        if (nextOffset >= highWatermark) {
            coordinator.updateLastWrittenOffset(nextOffset);
            if (highWatermark > lastCommittedOffset) {
                commit(highWatermark);
            }
        } else if (nextOffset - lastCommittedOffset >= COMMIT_INTERVAL_OFFSETS) {
            coordinator.updateLastWrittenOffset(nextOffset);
            commit(nextOffset);
        }
    }

    private void commit(long offset) {
        coordinator.updateLastCommittedOffset(offset);
        lastCommittedOffset = offset;
    }

    private IllegalStateException unfit(String what, MutableRecordBatch batch, Record record, RuntimeException cause) {
        return new IllegalStateException(
                what + " the record at " + record.offset() + " of " + partition.id() + " (producer "
                        + batch.producerId() + ", epoch " + batch.producerEpoch() + ") failed: " + cause.getMessage(),
                cause);
    }
}
