package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a log's folder in order in which a deletion, a compaction or a split was interrupted: {@code .deleted} and {@code .cleaned}
 * files go, {@code .swap} files take the place of what they were made of.
 */
final class SwappedFiles {
    private SwappedFiles() {}

    /** @return the names of the files that are left */
    static List<String> settle(File folder) throws IOException {
        var names = list(folder);
        boolean settled = true;
        for (var name : names) {
            settled &= !name.endsWith(LogFileNames.DELETED)
                    && !name.endsWith(LogFileNames.CLEANED)
                    && !name.endsWith(LogFileNames.SWAP);
        }
        if (settled) {
            return names;
        }
        dropUnfinished(folder, names);
        swapIn(folder, list(folder));
        return list(folder);
    }

    private static void dropUnfinished(File folder, List<String> names) throws IOException {
        long firstCleaned = Long.MAX_VALUE;
        for (var name : names) {
            if (name.endsWith(LogFileNames.CLEANED)) {
                firstCleaned = Math.min(firstCleaned, LogFileNames.offsetOf(name));
            }
        }
        for (var name : names) {
            boolean unfinished = name.endsWith(LogFileNames.DELETED)
                    || name.endsWith(LogFileNames.CLEANED)
                    // Part of a split that was not finished (KAFKA-6264).
                    || (name.endsWith(LogFileNames.SWAP) && LogFileNames.offsetOf(name) >= firstCleaned);
            if (unfinished) {
                Files.deleteIfExists(new File(folder, name).toPath());
            }
        }
    }

    private static void swapIn(File folder, List<String> names) throws IOException {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (var name : names) {
            if (name.endsWith(LogFileNames.LOG + LogFileNames.SWAP)) {
                long base = LogFileNames.offsetOf(name);
                from = Math.min(from, base);
                to = Math.max(to, endOf(new File(folder, name), base));
            }
        }
        for (var name : names) {
            long offset = LogFileNames.offsetOf(name);
            if (!name.endsWith(LogFileNames.SWAP) && offset >= from && offset < to) {
                Files.deleteIfExists(new File(folder, name).toPath());
            }
        }
        for (var name : names) {
            if (name.endsWith(LogFileNames.SWAP)) {
                var target = new File(folder, name.substring(0, name.length() - LogFileNames.SWAP.length()));
                Files.move(
                        new File(folder, name).toPath(),
                        target.toPath(),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static long endOf(File file, long base) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file.toPath(), java.nio.file.StandardOpenOption.READ)) {
            var scan = new HeaderScan().begin(channel, channel.size());
            long next = base;
            for (long at = 0; scan.moveTo(at); at += scan.sizeInBytes()) {
                next = scan.lastOffset() + 1;
            }
            return next;
        }
    }

    private static List<String> list(File folder) throws IOException {
        var names = folder.list();
        if (names == null) {
            throw new IOException("cannot list " + folder);
        }
        return new ArrayList<>(List.of(names));
    }
}
