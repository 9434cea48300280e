package dev.gregor.cli.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * Producer snapshots against the log: a snapshot tells of each producer its last batch before the offset in the snapshot's
 * name. Those of whom the log has nothing cannot be checked; nor is one missed that is not in a snapshot, it may have expired.
 */
final class ProducerCheck implements SegmentCheck {
    private static final String ENDING = ".snapshot";

    private final PartitionFolder folder;
    private final Consumer<Damage> damages;
    /** Those whose turn has not come, by their offsets; read again then, since all of them at once may be millions of producers. */
    private final TreeSet<Long> snapshots = new TreeSet<>();

    private final Map<Long, Last> producers = new HashMap<>();

    private record Last(short epoch, int sequence, long offset) {}

    ProducerCheck(PartitionFolder folder, Consumer<Damage> damages) throws IOException {
        this.folder = folder;
        this.damages = damages;
        for (long offset : folder.offsets(ENDING)) {
            try {
                read(offset);
                snapshots.add(offset);
            } catch (NoSuchFileException deleted) {
                // A newer one has taken its place meanwhile.
            } catch (ProducerSnapshotFile.CorruptException corrupt) {
                damages.accept(Damage.of(folder.file(offset, ENDING), corrupt.what(), AtStart.badSnapshot()));
            }
        }
    }

    private List<ProducerSnapshotFile.Producer> read(long offset)
            throws IOException, ProducerSnapshotFile.CorruptException {
        return ProducerSnapshotFile.read(ByteBuffer.wrap(Files.readAllBytes(folder.file(offset, ENDING))));
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        checkUpTo(stored.baseOffset());
        if (!batch.hasProducerId() || !stored.isValid()) {
            return;
        }
        if (!batch.isControlBatch()) {
            producers.put(
                    batch.producerId(), new Last(batch.producerEpoch(), batch.lastSequence(), batch.lastOffset()));
        } else {
            // A marker of a new epoch makes the producer's batches forgotten.
            producers.computeIfPresent(
                    batch.producerId(),
                    (id, last) -> last.epoch() == batch.producerEpoch()
                            ? last
                            : new Last(batch.producerEpoch(), RecordBatch.NO_SEQUENCE, -1));
        }
    }

    private void checkUpTo(long offset) {
        while (!snapshots.isEmpty() && snapshots.first() <= offset) {
            long snapshot = snapshots.pollFirst();
            try {
                for (var producer : read(snapshot)) {
                    check(snapshot, producer);
                }
            } catch (NoSuchFileException | ProducerSnapshotFile.CorruptException gone) {
                // It was there, and sound, a moment ago: a newer one has taken its place.
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void check(long snapshot, ProducerSnapshotFile.Producer producer) {
        var file = folder.file(snapshot, ENDING);
        var last = producers.get(producer.producerId());
        if (producer.lastOffset() >= snapshot) {
            damages.accept(Damage.of(
                    file,
                    "producer " + producer.producerId() + " is at offset " + producer.lastOffset()
                            + ", beyond the snapshot's",
                    AtStart.wrongSnapshot()));
        } else if (last != null
                && (last.offset() != producer.lastOffset()
                        || last.sequence() != producer.lastSequence()
                        || last.epoch() != producer.epoch())) {
            damages.accept(Damage.of(
                    file,
                    "producer " + producer.producerId() + " is at epoch " + producer.epoch() + ", sequence "
                            + producer.lastSequence() + ", offset " + producer.lastOffset() + "; in the log at "
                            + last.epoch() + ", " + last.sequence() + ", " + last.offset(),
                    AtStart.wrongSnapshot()));
        }
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        // Snapshots reach over segments: see logEnd.
    }

    /** The whole log was read. */
    void logEnd(long endOffset) {
        checkUpTo(endOffset);
        snapshots.forEach(offset -> damages.accept(Damage.of(
                folder.file(offset, ENDING),
                "is of an offset behind the log's end, " + endOffset,
                "A broker deletes it.")));
    }
}
