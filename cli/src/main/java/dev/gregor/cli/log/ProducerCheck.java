package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final TreeMap<Long, List<ProducerSnapshotFile.Producer>> snapshots = new TreeMap<>();
    private final Map<Long, Last> producers = new HashMap<>();

    private record Last(short epoch, int sequence, long offset) {}

    ProducerCheck(PartitionFolder folder, Consumer<Damage> damages) throws IOException {
        this.folder = folder;
        this.damages = damages;
        for (long offset : folder.offsets(ENDING)) {
            var file = folder.file(offset, ENDING);
            try {
                snapshots.put(offset, ProducerSnapshotFile.read(ByteBuffer.wrap(Files.readAllBytes(file))));
            } catch (NoSuchFileException deleted) {
                // A newer one has taken its place meanwhile.
            } catch (ProducerSnapshotFile.CorruptException corrupt) {
                damages.accept(Damage.of(file, corrupt.what(), AtStart.badSnapshot()));
            }
        }
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        checkUpTo(stored.baseOffset());
        if (!batch.hasProducerId() || !batch.isValid()) {
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
        while (!snapshots.isEmpty() && snapshots.firstKey() <= offset) {
            var snapshot = snapshots.pollFirstEntry();
            for (var producer : snapshot.getValue()) {
                check(snapshot.getKey(), producer);
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
        snapshots
                .keySet()
                .forEach(offset -> damages.accept(Damage.of(
                        folder.file(offset, ENDING),
                        "is of an offset behind the log's end, " + endOffset,
                        "A broker deletes it.")));
    }
}
