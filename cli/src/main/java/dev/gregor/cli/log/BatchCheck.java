package dev.gregor.cli.log;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.RecordBatch;

/** The batches themselves: CRC, order of offsets and epochs, and that they hold the records their headers announce. */
final class BatchCheck implements SegmentCheck {
    private static final long NOWHERE = Long.MIN_VALUE;

    private final Segment segment;
    private final Path file;
    private final boolean shallow;
    private final Consumer<Damage> damages;
    private long nextOffset;
    /** The offset after a batch that is misplaced, if the one before was. */
    private long misplacedUpTo = NOWHERE;

    private int lastEpoch = RecordBatch.NO_PARTITION_LEADER_EPOCH;

    /**
     * For one segment.
     *
     * @param nextOffset the one after the segment before
     * @param shallow    whether batches stay unopened
     */
    BatchCheck(Segment segment, long nextOffset, boolean shallow, Consumer<Damage> damages) {
        this.segment = segment;
        this.file = segment.file(".log");
        this.nextOffset = nextOffset;
        this.shallow = shallow;
        this.damages = damages;
        if (nextOffset > segment.baseOffset()) {
            damages.accept(Damage.of(
                    file,
                    "begins at " + segment.baseOffset() + ", but the segment before goes up to " + (nextOffset - 1),
                    AtStart.unnoticed()));
        }
    }

    /** The offset after the last batch. */
    long nextOffset() {
        return nextOffset;
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        if (!stored.isValid()) {
            report(
                    stored,
                    "the CRC of the batch does not match its bytes",
                    segment.atStart()
                            .badBatch(stored.baseOffset(), segment.logBytes() - stored.position(), segment.end()));
        } else {
            order(stored);
            if (!shallow) {
                records(stored);
            }
        }
        if (segment.mayHold(batch)) {
            // A base offset is outside the CRC: what a turned bit made too large is not held against all that follow.
            nextOffset = stored.isValid() ? batch.lastOffset() + 1 : Math.max(nextOffset, batch.lastOffset() + 1);
        }
    }

    private void order(StoredBatch.Complete stored) {
        var batch = stored.batch();
        var misplaced = misplaced(stored);
        // Of a segment that is misplaced as a whole, each batch is so: the first one tells it.
        if (!misplaced.isEmpty() && stored.baseOffset() != misplacedUpTo) {
            unnoticed(stored, misplaced);
        }
        misplacedUpTo = misplaced.isEmpty() ? NOWHERE : batch.lastOffset() + 1;
        if (batch.partitionLeaderEpoch() >= 0) {
            if (batch.partitionLeaderEpoch() < lastEpoch) {
                unnoticed(stored, "leader epoch " + batch.partitionLeaderEpoch() + " after " + lastEpoch);
            }
            lastEpoch = batch.partitionLeaderEpoch();
        }
    }

    /** Why a batch's offsets do not belong where it stands; empty when they do. */
    private String misplaced(StoredBatch.Complete stored) {
        long last = stored.batch().lastOffset();
        if (stored.baseOffset() < nextOffset || last < stored.baseOffset()) {
            return offsets(stored) + " where " + nextOffset + " or more is due";
        }
        if (last >= segment.end()) {
            return offsets(stored) + ", but the next segment begins at " + segment.end();
        }
        return segment.mayHold(stored.batch())
                ? ""
                : "offset " + last + " is too far from the segment's first for an index";
    }

    private static String offsets(StoredBatch.Complete stored) {
        return "a batch of offsets " + stored.baseOffset() + " to "
                + stored.batch().lastOffset();
    }

    private void records(StoredBatch.Complete stored) {
        try (var records = stored.records()) {
            var wrong = wrongRecords(stored, records);
            if (!wrong.isEmpty()) {
                unnoticed(stored, wrong);
            }
        } catch (BatchRecords.BrokenException broken) {
            unnoticed(stored, "the batch cannot be opened: " + broken.getMessage());
        }
    }

    /** Empty when they are as they should be. */
    private static String wrongRecords(StoredBatch.Complete stored, BatchRecords records) {
        var batch = stored.batch();
        long last = stored.baseOffset() - 1;
        long maxTimestamp = RecordBatch.NO_TIMESTAMP;
        int count = 0;
        while (records.hasNext()) {
            var record = records.next();
            if (record.offset() <= last || record.offset() > batch.lastOffset()) {
                return "record " + record.offset() + " after " + last + " in a batch up to " + batch.lastOffset();
            }
            last = record.offset();
            maxTimestamp = Math.max(maxTimestamp, record.timestamp());
            count++;
        }
        var announced = batch.countOrNull();
        if (announced != null && announced != count) {
            return "the header announces " + announced + " records, " + count + " are there";
        }
        boolean ofProducers = batch.timestampType() == TimestampType.CREATE_TIME;
        if (ofProducers
                && count > 0
                && batch.magic() == RecordBatch.MAGIC_VALUE_V2
                && maxTimestamp != batch.maxTimestamp()) {
            return "the header's latest timestamp is " + batch.maxTimestamp() + ", the records' " + maxTimestamp;
        }
        return "";
    }

    private void unnoticed(StoredBatch.Complete stored, String what) {
        report(stored, what, AtStart.unnoticed());
    }

    private void report(StoredBatch.Complete stored, String what, String atStart) {
        damages.accept(Damage.at(file, stored.position(), stored.baseOffset(), what, atStart));
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        // What is behind the last batch is told by whoever reads.
    }
}
