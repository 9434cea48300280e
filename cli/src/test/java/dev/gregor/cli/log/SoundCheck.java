package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One reading of a partition, without the command around it. */
final class SoundCheck {
    private SoundCheck() {}

    static List<Damage> damages(Path partition) throws IOException {
        var damages = new ArrayList<Damage>();
        var folder = PartitionFolder.of(partition).orElseThrow();
        var facts = new DirectoryFacts(folder.logDirectory(), damages::add);
        new PartitionVerification(folder, facts, false, bytes -> {}, damages::add).run();
        return damages;
    }

    /** Whether the first segment's index leads to no position behind the batch that is looked for. */
    static boolean indexLeadsToAll(Path partition) throws IOException {
        var folder = PartitionFolder.of(partition).orElseThrow();
        var index = OffsetIndexFile.read(folder.file(0, ".index").toFile(), 0);
        try (var reader = SegmentReader.open(folder.file(0, ".log"))) {
            while (reader.next() instanceof StoredBatch.Complete stored) {
                for (long offset = stored.baseOffset(); offset <= stored.batch().lastOffset(); offset++) {
                    if (index.lookup(offset) > stored.position()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether the epochs' file, for all that may have happened to it, tells the epoch of every batch of the first segment. */
    static boolean epochsTellOfAll(Path partition) throws IOException {
        var folder = PartitionFolder.of(partition).orElseThrow();
        List<CheckpointFile.Epoch> epochs;
        try {
            epochs = CheckpointFile.epochs(partition.resolve("leader-epoch-checkpoint"));
        } catch (CheckpointFile.MalformedException malformed) {
            return false;
        }
        try (var reader = SegmentReader.open(folder.file(0, ".log"))) {
            while (reader.next() instanceof StoredBatch.Complete stored) {
                int told = -1;
                for (var epoch : epochs) {
                    told = epoch.startOffset() <= stored.baseOffset() ? epoch.epoch() : told;
                }
                if (told != stored.batch().partitionLeaderEpoch()) {
                    return false;
                }
            }
        }
        return true;
    }
}
