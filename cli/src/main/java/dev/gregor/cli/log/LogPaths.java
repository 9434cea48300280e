package dev.gregor.cli.log;

import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the paths of a line stand for: partitions' folders, directories that hold such folders, single files. */
final class LogPaths {
    private LogPaths() {}

    /**
     * The partitions, by topic and number within each path.
     *
     * @throws ClusterException when a path is neither a partition's folder nor a directory with such folders
     */
    static List<PartitionFolder> partitions(List<Path> paths) {
        var folders = new ArrayList<PartitionFolder>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new ClusterException("no such file or folder: " + path);
            }
            var folder = PartitionFolder.of(path);
            var found = folder.isPresent() ? List.of(folder.get()) : inside(path);
            if (found.isEmpty()) {
                throw new ClusterException(path + " is no partition's folder and has none in it; name a folder like"
                        + " 'orders-0', or the directory of log.dirs that holds it.");
            }
            folders.addAll(found);
        }
        return folders;
    }

    private static List<PartitionFolder> inside(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.list(directory)) {
            return entries.flatMap(entry -> PartitionFolder.of(entry).stream())
                    .filter(folder -> !folder.files(LogPaths::isOfALog).isEmpty())
                    .sorted(Comparator.comparing(PartitionFolder::topic)
                            .thenComparing(PartitionFolder::partition)
                            .thenComparing(PartitionFolder::state))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOfALog(String name) {
        return name.endsWith(".log") || name.equals("partition.metadata") || name.endsWith(".deleted");
    }
}
