package dev.gregor.cli.log;

import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.cli.offsets.OffsetSource;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets of one partition, read from files: its start is where they begin, its end where they can be read to.
 */
final class FolderOffsets implements OffsetSource {
    /** By base offset. */
    private final NavigableMap<Long, Path> segments;

    private FolderOffsets(NavigableMap<Long, Path> segments) {
        this.segments = segments;
    }

    /** Those of all segments in a folder. */
    static FolderOffsets of(PartitionFolder folder) {
        var segments = new TreeMap<Long, Path>();
        folder.segments().forEach(base -> segments.put(base, folder.file(base, ".log")));
        return new FolderOffsets(segments);
    }

    /** Those of a single file, whatever it is called. */
    static FolderOffsets of(Path log) throws IOException {
        long first = SegmentRange.read(log, 0, bytes -> {})
                .map(SegmentRange::firstOffset)
                .orElse(0L);
        return new FolderOffsets(new TreeMap<>(Map.of(first, log)));
    }

    @Override
    public Map<TopicPartition, ListedOffset> listed(Collection<TopicPartition> partitions, long timestamp) {
        var listed = new LinkedHashMap<TopicPartition, ListedOffset>();
        for (var partition : partitions) {
            listed.put(partition, new ListedOffset.Found(listed(timestamp)));
        }
        return listed;
    }

    private long listed(long timestamp) {
        try {
            if (timestamp == OffsetLookup.EARLIEST) {
                return segments.isEmpty() ? 0 : segments.firstKey();
            }
            if (timestamp == OffsetLookup.LATEST) {
                return end();
            }
            for (var log : segments.values()) {
                long found = firstAtOrAfter(log, timestamp);
                if (found >= 0) {
                    return found;
                }
            }
            return -1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The offset after the last batch of the last segment. */
    private long end() throws IOException {
        var last = segments.lastEntry();
        return last == null
                ? 0
                : SegmentRange.read(last.getValue(), last.getKey(), bytes -> {})
                        .map(SegmentRange::endOffset)
                        .orElse(last.getKey());
    }

    private static long firstAtOrAfter(Path log, long timestamp) throws IOException {
        try (var reader = SegmentReader.open(log)) {
            while (reader.next() instanceof StoredBatch.Complete readable) {
                if (readable.isValid() && readable.batch().maxTimestamp() >= timestamp) {
                    long found = firstAtOrAfter(readable, timestamp);
                    if (found >= 0) {
                        return found;
                    }
                }
            }
        } catch (NoSuchFileException deleted) {
            // The log has lost its oldest segment meanwhile.
        }
        return -1;
    }

    private static long firstAtOrAfter(StoredBatch.Complete stored, long timestamp) {
        try (var records = stored.records()) {
            while (records.hasNext()) {
                var record = records.next();
                if (record.timestamp() >= timestamp) {
                    return record.offset();
                }
            }
        } catch (BatchRecords.BrokenException broken) {
            // Who reads there is told.
        }
        return -1;
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
        throw new ClusterException("committed:" + group + " needs a cluster to ask; files know offsets and times.");
    }
}
