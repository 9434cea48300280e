package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What a log directory's own files say of its partitions: checkpoints, and the mark of a clean stop. */
final class DirectoryFacts {
    private static final String CLEAN = ".kafka_cleanshutdown";

    private final Path directory;
    private final boolean clean;
    private final Map<String, Long> recoveryPoints;
    private final Map<String, Long> highWatermarks;
    private final Map<String, Long> logStarts;

    DirectoryFacts(Path directory, Consumer<Damage> damages) throws IOException {
        this.directory = directory;
        clean = Files.exists(directory.resolve(CLEAN));
        recoveryPoints = read("recovery-point-offset-checkpoint", "A broker goes through all of its logs.", damages);
        highWatermarks = read(
                "replication-offset-checkpoint", "A broker puts the directory out of use when it reads it.", damages);
        logStarts =
                read("log-start-offset-checkpoint", "A broker takes each log's first segment as its start.", damages);
        read("cleaner-offset-checkpoint", "A broker's cleaner puts the directory out of use.", damages);
    }

    private Map<String, Long> read(String name, String atStart, Consumer<Damage> damages) throws IOException {
        var file = directory.resolve(name);
        try {
            return CheckpointFile.offsets(file);
        } catch (CheckpointFile.MalformedException malformed) {
            damages.accept(Damage.of(file, malformed.what(), atStart));
            return Map.of();
        }
    }

    boolean isClean() {
        return clean;
    }

    AtStart atStart(PartitionFolder folder) {
        return new AtStart(clean, recoveryPoints.getOrDefault(key(folder), 0L));
    }

    /** Holds the checkpoints' entries of a partition against where its log ends. */
    void check(PartitionFolder folder, long logEnd, Consumer<Damage> damages) {
        if (!folder.state().isEmpty()) {
            return;
        }
        var key = key(folder);
        check(
                recoveryPoints,
                key,
                logEnd,
                "recovery-point-offset-checkpoint",
                damages,
                "Files are shorter than what was flushed: a broker goes on from where they end.");
        check(
                highWatermarks,
                key,
                logEnd,
                "replication-offset-checkpoint",
                damages,
                "A broker lowers it to the log's end: acknowledged records may be lost.");
        check(
                logStarts,
                key,
                logEnd,
                "log-start-offset-checkpoint",
                damages,
                "A broker deletes all segments and begins anew at that offset.");
    }

    private void check(
            Map<String, Long> checkpoint,
            String key,
            long logEnd,
            String name,
            Consumer<Damage> damages,
            String atStart) {
        var offset = checkpoint.get(key);
        if (offset != null && offset > logEnd) {
            damages.accept(Damage.of(
                    directory.resolve(name), key + " is at " + offset + ", behind its log's end, " + logEnd, atStart));
        }
    }

    private static String key(PartitionFolder folder) {
        return folder.topic() + "-" + folder.partition();
    }
}
