package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.record.internal.FileRecords;

/** One {@code .index} as {@code kafka-dump-log.sh} prints it, each entry held against the log. */
final class OffsetIndexDump {
    private final PrintStream out;
    private final DumpLogOptions options;

    OffsetIndexDump(PrintStream out, DumpLogOptions options) {
        this.out = out;
        this.options = options;
    }

    /** Prints the file; returns the offsets of its that the log does not have where it says, greatest first, with what is there. */
    Map<Long, Long> print(File file) throws IOException {
        long baseOffset = SegmentFiles.baseOffset(file);
        var log = FileRecords.open(SegmentFiles.sibling(file, ".log"), false);
        try {
            var index = OffsetIndexFile.read(file, baseOffset);
            if (index.entries() == 0) {
                out.println(file + " is empty.");
            } else if (options.onlyChecksIndexSanity()) {
                index.insanity().ifPresent(words -> {
                    throw new CorruptIndexException(words);
                });
                out.println(file + " passed sanity check.");
            } else {
                return print(index, log);
            }
            return Map.of();
        } finally {
            log.closeHandlers();
        }
    }

    private Map<Long, Long> print(OffsetIndexFile index, FileRecords log) throws IOException {
        SortedMap<Long, Long> mismatches = new TreeMap<>(Collections.reverseOrder());
        for (int i = 0; i < index.entries(); i++) {
            long offset = index.offset(i);
            // After a crash the file has the size it was given, and zeros at its end.
            if (offset == index.baseOffset() && i > 0) {
                break;
            }
            var batches =
                    log.slice(index.position(i), options.maxMessageBytes()).batches();
            long found = batches.iterator().next().lastOffset();
            if (found != offset) {
                mismatches.put(offset, found);
            }
            if (!options.onlyVerifiesIndexes()) {
                out.println("offset: " + offset + " position: " + index.position(i));
            }
        }
        return mismatches;
    }
}
