package dev.gregor.cli.produce;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What became of the records of a run. Thread-safe: the producer's thread counts, the main thread reads. */
final class Tally {
    private static final double BYTES_PER_MB = 1_000_000;
    private static final int MOST_PARTITIONS = 24;

    /** Counts of one partition. */
    private static final class Landed {
        private long records;
        private long next;
    }

    private final Map<String, Map<Integer, Landed>> landed = new TreeMap<>();
    private long records;
    private long bytes;
    private long failed;
    private long firstFailed;
    private Optional<Exception> firstFailure = Optional.empty();

    /** The record is in the log; its offset is -1 where the broker was not asked to say so. */
    synchronized void landed(RecordMetadata place) {
        records++;
        bytes += Math.max(0, place.serializedKeySize()) + Math.max(0, place.serializedValueSize());
        var partition = landed.computeIfAbsent(place.topic(), first -> new TreeMap<>())
                .computeIfAbsent(place.partition(), first -> new Landed());
        partition.records++;
        partition.next = Math.max(partition.next, place.offset() + 1);
    }

    /** @param number the record's, from 1 */
    synchronized void failed(long number, Exception failure) {
        failed++;
        if (firstFailure.isEmpty() || number < firstFailed) {
            firstFailure = Optional.of(failure);
            firstFailed = number;
        }
    }

    /** How many records are in the log. */
    synchronized long landed() {
        return records;
    }

    /** The number of the first record that is lost; 0 for none. */
    synchronized long firstFailed() {
        return firstFailed;
    }

    synchronized long failures() {
        return failed;
    }

    /** The line while records are on their way. */
    synchronized String progress(double share, long elapsedNanos) {
        double seconds = Math.max(1, elapsedNanos) / 1e9;
        var line = new StringBuilder();
        if (share >= 0) {
            int full = (int) (20 * share);
            line.append('[')
                    .append("#".repeat(full))
                    .append(" ".repeat(20 - full))
                    .append("] ");
            line.append(String.format(Locale.ROOT, "%3.0f%%  ", 100 * share));
        }
        line.append(figures(seconds));
        if (share > 0 && share < 1) {
            line.append(String.format(Locale.ROOT, "  %.0f s left", seconds * (1 - share) / share));
        }
        return line.toString();
    }

    private String figures(double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d records  %,.0f records/s  %.2f MB/s",
                records,
                records / seconds,
                bytes / BYTES_PER_MB / seconds);
    }

    /** The lines at the end. */
    synchronized String summary(long elapsedNanos) {
        double seconds = Math.max(1, elapsedNanos) / 1e9;
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "Produced %,d record%s, %,d bytes, in %.2f s: %,.0f/s, %.1f MB/s.%n",
                records,
                records == 1 ? "" : "s",
                bytes,
                seconds,
                records / seconds,
                bytes / BYTES_PER_MB / seconds));
        if (failed > 0) {
            text.append(String.format(Locale.ROOT, "Lost %,d; the first, record %d: ", failed, firstFailed))
                    .append(firstFailure.map(Exception::getMessage).orElse(""))
                    .append(System.lineSeparator());
        }
        landed.forEach((topic, partitions) -> addPartitions(text, topic, partitions));
        return text.toString();
    }

    private static void addPartitions(StringBuilder text, String topic, Map<Integer, Landed> partitions) {
        int shown = 0;
        for (var entry : partitions.entrySet()) {
            if (shown++ == MOST_PARTITIONS) {
                text.append("  and ")
                        .append(partitions.size() - MOST_PARTITIONS)
                        .append(" more partitions")
                        .append(System.lineSeparator());
                return;
            }
            var partition = entry.getValue();
            text.append(String.format(Locale.ROOT, "  %s-%d  %,d", topic, entry.getKey(), partition.records));
            if (partition.next > 0) {
                text.append(String.format(Locale.ROOT, ", next offset %d", partition.next));
            }
            text.append(System.lineSeparator());
        }
    }
}
