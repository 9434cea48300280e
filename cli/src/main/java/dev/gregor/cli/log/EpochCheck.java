package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code leader-epoch-checkpoint} against the log: epochs and their first offsets go up, and batches bear the epoch of their offset. */
final class EpochCheck implements SegmentCheck {
    private final Path file;
    private final Consumer<Damage> damages;
    private final TreeMap<Long, Integer> epochs = new TreeMap<>();
    private final Set<Integer> reported = new HashSet<>();
    private boolean usable = true;

    EpochCheck(PartitionFolder folder, Consumer<Damage> damages) throws IOException {
        this.file = folder.path().resolve("leader-epoch-checkpoint");
        this.damages = damages;
        try {
            order(CheckpointFile.epochs(file));
        } catch (CheckpointFile.MalformedException malformed) {
            usable = false;
            damages.accept(Damage.of(file, malformed.what(), AtStart.badEpochs()));
        }
    }

    private void order(List<CheckpointFile.Epoch> entries) {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (i > 0
                    && (entry.epoch() <= entries.get(i - 1).epoch()
                            || entry.startOffset() < entries.get(i - 1).startOffset())) {
                usable = false;
                damages.accept(Damage.of(
                        file,
                        "epoch " + entry.epoch() + " from offset " + entry.startOffset() + " is out of order",
                        AtStart.wrongEpochs()));
                return;
            }
            epochs.put(entry.startOffset(), entry.epoch());
        }
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        int epoch = batch.partitionLeaderEpoch();
        if (!usable || epoch < 0 || !stored.isValid()) {
            return;
        }
        var entry = epochs.floorEntry(batch.baseOffset());
        // A batch belongs to one epoch, so that its first and last offset lie between the same entries.
        if (entry != null && entry.getValue() == epoch) {
            entry = epochs.floorEntry(batch.lastOffset());
        }
        if ((entry == null || entry.getValue() != epoch) && reported.add(epoch)) {
            damages.accept(Damage.of(
                    file,
                    "the batch of offsets " + batch.baseOffset() + " to " + batch.lastOffset() + " is of epoch " + epoch
                            + ", by the file of " + (entry == null ? "none" : entry.getValue()),
                    AtStart.wrongEpochs()));
        }
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        // Epochs reach over segments: see logEnd.
    }

    /** The whole log was read. */
    void logEnd(long endOffset) {
        if (!epochs.isEmpty() && epochs.lastKey() > endOffset) {
            damages.accept(Damage.of(
                    file,
                    "epoch " + epochs.lastEntry().getValue() + " begins at offset " + epochs.lastKey()
                            + ", behind the log's end, " + endOffset,
                    "A broker cuts the entry off."));
        }
    }
}
