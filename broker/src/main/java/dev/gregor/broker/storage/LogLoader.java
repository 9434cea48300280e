package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads logs from their folders. After a clean stop nothing is read but names, sizes and two small files: the checkpoint says
 * where the log ends. Otherwise every segment from the recovery point on is scanned and cut at its first bad byte.
 *
 * <p>One thread's; several load at once.
 */
final class LogLoader {
    private static final Logger LOG = LoggerFactory.getLogger(LogLoader.class);
    static final long UNKNOWN = -1L;
    private static final String TOPIC_ID = "topic_id: ";

    private final DiskAccess disk;
    private final SegmentRecovery recovery = new SegmentRecovery();
    private final HeaderScan scan;
    private final ProducerExpiry producerExpiry;

    LogLoader(DiskAccess disk, HeaderScan scan, ProducerExpiry producerExpiry) {
        this.disk = disk;
        this.scan = scan;
        this.producerExpiry = producerExpiry;
    }

    /**
     * What is known of a log from the files of its directory.
     *
     * @param clean whether the directory was closed well
     * @param recoveryPoint what lies below is on the disk; -1 if the checkpoint does not know the log
     * @param logStartOffset as checkpointed, or 0
     */
    record Known(boolean clean, long recoveryPoint, long logStartOffset) {}

    /** @return the topic's id, or null if the folder names none */
    static @Nullable Uuid topicId(File folder) throws IOException {
        var file = new File(folder, LogFiles.METADATA_FILE);
        var text = TextFile.read(file);
        if (text == null || isBlank(text)) {
            return null;
        }
        int line = text.indexOf('\n') + 1;
        if (!text.startsWith("version: ") || !text.startsWith(TOPIC_ID, line)) {
            throw new IOException("Malformed line in partition metadata file [" + file + "]");
        }
        int end = text.indexOf('\n', line);
        var id = text.substring(line + TOPIC_ID.length(), end < 0 ? text.length() : end)
                .trim();
        try {
            return Uuid.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new IOException("Malformed line in partition metadata file [" + file + "]: " + id, e);
        }
    }

    /** What a file holds whose bytes had not come to the disk when the machine died. */
    private static boolean isBlank(String text) {
        return text.chars().allMatch(character -> character == 0);
    }

    LogFiles.Start load(File folder, LogSettings settings, Known known, long nowMs) throws IOException {
        var names = SwappedFiles.settle(folder);
        var bases = new TreeSet<Long>();
        var producers = new ProducerStates(folder, producerExpiry);
        boolean hasEpochs = false;
        for (var name : names) {
            long offset = LogFileNames.offsetOf(name);
            if (offset < 0) {
                hasEpochs |= name.equals(LeaderEpochs.FILE_NAME);
            } else if (name.endsWith(LogFileNames.LOG)) {
                bases.add(offset);
            } else if (name.endsWith(LogFileNames.SNAPSHOT)) {
                producers.onSnapshotFound(offset);
            }
        }
        deleteOrphans(folder, names, bases);
        var segments = new ArrayList<LogSegment>(bases.size());
        for (long base : bases) {
            long size = new File(folder, LogFileNames.segmentFile(base, LogFileNames.LOG)).length();
            if (size > Integer.MAX_VALUE) {
                throw new IOException("segment " + base + " of " + folder + " has " + size + " bytes: more than 2 GiB");
            }
            segments.add(LogSegment.found(folder, base, (int) size, nowMs));
        }
        var epochs = hasEpochs ? LeaderEpochs.load(folder) : new LeaderEpochs(folder);
        producers.deleteStraySnapshots(bases);
        return finish(folder, settings, known, nowMs, segments, epochs, producers);
    }

    private LogFiles.Start finish(
            File folder,
            LogSettings settings,
            Known known,
            long nowMs,
            List<LogSegment> segments,
            LeaderEpochs epochs,
            ProducerStates producers)
            throws IOException {
        long end = UNKNOWN;
        boolean trusted = false;
        if (!segments.isEmpty()) {
            trusted = known.clean && isPlausibleEnd(segments, known.recoveryPoint);
            if (trusted) {
                end = known.recoveryPoint;
            } else {
                end = known.clean
                        ? endAfterCleanStop(folder, segments, settings, epochs, producers)
                        : recover(folder, segments, settings, Math.max(known.recoveryPoint, 0), epochs, producers);
            }
            if (end < known.logStartOffset) {
                LOG.warn(
                        "Log {} ends at offset {}, before its log start offset {}: its segments are deleted and it begins there",
                        folder,
                        end,
                        known.logStartOffset);
                for (var segment : segments) {
                    segment.deleteFiles();
                    segment.release();
                }
                segments.clear();
                epochs.clear();
                producers.clear();
            }
        }
        if (segments.isEmpty()) {
            end = known.logStartOffset;
            segments.add(LogSegment.create(folder, end, settings, nowMs));
            trusted = false;
        }
        long start = Math.max(known.logStartOffset, segments.get(0).baseOffset());
        boolean changed = epochs.dropFrom(end);
        changed |= epochs.dropBefore(start);
        if (changed) {
            epochs.write();
        }
        if (known.clean) {
            loadProducers(producers, segments, start, end);
        }
        long recoveryPoint = known.clean ? end : Math.min(Math.max(known.recoveryPoint, 0), end);
        return new LogFiles.Start(folder, segments, start, end, recoveryPoint, epochs, producers, !trusted);
    }

    private static boolean isPlausibleEnd(List<LogSegment> segments, long end) {
        var last = segments.get(segments.size() - 1);
        return last.size() == 0 ? end == last.baseOffset() : end > last.baseOffset();
    }

    private void loadProducers(ProducerStates producers, List<LogSegment> segments, long start, long end)
            throws IOException {
        producers.deleteSnapshotsAfter(end);
        var newest = producers.snapshots().floor(end);
        if (newest != null && newest == end) {
            var found = List.copyOf(segments);
            producers.loadLater(end, () -> ProducerRebuild.rebuild(producers, found, start, end, new HeaderScan()));
        } else if (newest != null) {
            ProducerRebuild.rebuild(producers, segments, start, end, scan);
        }
    }

    /** The checkpoint does not say where the log ends, so the last segment does; what is no batch there is recovered. */
    private long endAfterCleanStop(
            File folder, List<LogSegment> segments, LogSettings settings, LeaderEpochs epochs, ProducerStates producers)
            throws IOException {
        var last = segments.get(segments.size() - 1);
        scan.begin(last.channel(), last.size());
        long next = last.baseOffset();
        int at = last.offsetIndex().floorPosition(Long.MAX_VALUE);
        while (scan.moveTo(at)) {
            next = scan.lastOffset() + 1;
            at += scan.sizeInBytes();
        }
        return at == last.size() ? next : recover(folder, segments, settings, last.baseOffset(), epochs, producers);
    }

    private long recover(
            File folder,
            List<LogSegment> segments,
            LogSettings settings,
            long recoveryPoint,
            LeaderEpochs epochs,
            ProducerStates producers)
            throws IOException {
        int first = segments.size() - 1;
        while (first > 0 && segments.get(first).baseOffset() > recoveryPoint) {
            first--;
        }
        long base = segments.get(first).baseOffset();
        ProducerRebuild.rebuild(
                producers, segments.subList(0, first), segments.get(0).baseOffset(), base, scan);
        long end = base;
        for (int i = first; i < segments.size(); i++) {
            var segment = segments.get(i);
            int before = segment.size();
            var found = recovery.scan(segment, settings, producers, epochs);
            end = found.endOffset();
            boolean last = i == segments.size() - 1;
            if (found.validBytes() < before) {
                cut(folder, segments, i, before, found);
                last = true;
            } else if (before > 0) {
                // It may have come from the page cache: the recovery point must not pass it without a flush.
                segment.onWritten(before);
            }
            if (!last) {
                segment.onInactive();
            } else {
                break;
            }
        }
        // Epochs found on the way need no file yet: the recovery point stays where it was, and they would be found
        // again.
        producers.deleteSnapshotsAfter(end);
        return end;
    }

    private void cut(File folder, List<LogSegment> segments, int index, int before, SegmentRecovery.Found found)
            throws IOException {
        var segment = segments.get(index);
        long later = 0;
        while (segments.size() > index + 1) {
            var gone = segments.remove(segments.size() - 1);
            later += gone.size();
            gone.deleteFiles();
            gone.release();
        }
        LOG.warn(
                "Log {} was cut at position {} of {}, offset {}: {} bytes after it were no valid batches{}",
                folder.getName(),
                found.validBytes(),
                segment.logFile(),
                found.endOffset(),
                before - found.validBytes() + later,
                later == 0 ? "" : " or lay in later segments");
        disk.truncate(segment.channel(), found.validBytes());
        segment.onWritten(found.validBytes());
    }

    private static void deleteOrphans(File folder, List<String> names, NavigableSet<Long> bases) throws IOException {
        for (var name : names) {
            boolean index = name.endsWith(LogFileNames.OFFSET_INDEX)
                    || name.endsWith(LogFileNames.TIME_INDEX)
                    || name.endsWith(LogFileNames.TXN_INDEX);
            if (index && LogFileNames.offsetOf(name) >= 0 && !bases.contains(LogFileNames.offsetOf(name))) {
                LOG.warn("Found an orphaned index file {}, with no corresponding log file.", new File(folder, name));
                Files.deleteIfExists(new File(folder, name).toPath());
            }
        }
    }
}
