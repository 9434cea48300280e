package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/** Each {@code .timeindex} as {@code kafka-dump-log.sh} prints it, its entries held against the log; keeps what is wrong for the end. */
final class TimeIndexDump {
    private final PrintStream out;
    private final DumpLogOptions options;
    // Kafka's tool prints them in the order of a hash table.
    private final Map<String, List<String>> mismatches = new HashMap<>();
    private final Map<String, List<String>> outOfOrder = new HashMap<>();
    private final Map<String, List<String>> notFound = new HashMap<>();

    TimeIndexDump(PrintStream out, DumpLogOptions options) {
        this.out = out;
        this.options = options;
    }

    void print(File file) throws IOException {
        long baseOffset = SegmentFiles.baseOffset(file);
        var log = FileRecords.open(SegmentFiles.sibling(file, ".log"), false);
        try {
            var offsets = OffsetIndexFile.read(SegmentFiles.sibling(file, ".index"), baseOffset);
            var times = TimeIndexFile.read(file, baseOffset);
            if (options.onlyChecksIndexSanity()) {
                times.insanity().ifPresent(words -> {
                    throw new CorruptIndexException(words);
                });
                out.println(file + " passed sanity check.");
            } else {
                print(file.getAbsolutePath(), times, offsets, new BatchSearch(log));
            }
        } finally {
            log.closeHandlers();
        }
    }

    private void print(String file, TimeIndexFile times, OffsetIndexFile offsets, BatchSearch log) {
        long previous = RecordBatch.NO_TIMESTAMP;
        for (int i = 0; i < times.entries(); i++) {
            long timestamp = times.timestamp(i);
            long offset = times.offset(i);
            // After a crash the file has the size it was given, and zeros at its end.
            if (offset == times.baseOffset() && i > 0) {
                return;
            }
            check(file, log, offsets.lookup(offset), offset, timestamp, previous);
            if (!options.onlyVerifiesIndexes()) {
                out.println("timestamp: " + timestamp + " offset: " + offset);
            }
            previous = timestamp;
        }
    }

    private void check(String file, BatchSearch log, int position, long offset, long timestamp, long previous) {
        var batch = log.firstEndingAtOrAfter(offset, position);
        long found = batch.isPresent() ? batch.get().lastOffset() : -1;
        if (batch.isEmpty() || found != offset) {
            add(notFound, file, "Indexed offset: " + offset + ", found log offset: " + found);
            return;
        }
        long maxTimestamp = RecordBatch.NO_TIMESTAMP;
        for (var record : batch.get()) {
            maxTimestamp = Math.max(maxTimestamp, record.timestamp());
        }
        if (maxTimestamp != timestamp) {
            add(mismatches, file, "  Index timestamp: " + timestamp + ", log timestamp: " + maxTimestamp);
        }
        if (previous >= timestamp) {
            add(outOfOrder, file, "  Index timestamp: " + timestamp + ", Previously indexed timestamp: " + previous);
        }
    }

    private static void add(Map<String, List<String>> complaints, String file, String line) {
        complaints.computeIfAbsent(file, first -> new ArrayList<>()).add(line);
    }

    void printComplaints(PrintStream err) {
        print(err, "Found timestamp mismatch in :", mismatches);
        print(err, "Found out of order timestamp in :", outOfOrder);
        print(err, "The following indexed offsets are not found in :", notFound);
    }

    private static void print(PrintStream err, String heading, Map<String, List<String>> complaints) {
        complaints.forEach((file, lines) -> {
            err.println(heading + file);
            lines.forEach(err::println);
        });
    }
}
