package dev.gregor.cli.log;

import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.cli.offsets.OffsetSource;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The offsets of one folder, read from its files: its start is where its files begin, its end where they can be read to. */
final class FolderOffsets implements OffsetSource {
    private final PartitionFolder folder;

    FolderOffsets(PartitionFolder folder) {
        this.folder = folder;
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
            var segments = folder.segments();
            if (timestamp == OffsetLookup.EARLIEST) {
                return segments.isEmpty() ? 0 : segments.get(0);
            }
            if (timestamp == OffsetLookup.LATEST) {
                return end();
            }
            for (long segment : segments) {
                long found = firstAtOrAfter(segment, timestamp);
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
    long end() throws IOException {
        var segments = folder.segments();
        if (segments.isEmpty()) {
            return 0;
        }
        long last = segments.get(segments.size() - 1);
        return SegmentRange.read(folder, last).map(SegmentRange::endOffset).orElse(last);
    }

    private long firstAtOrAfter(long segment, long timestamp) throws IOException {
        try (var reader = SegmentReader.open(folder.file(segment, ".log"))) {
            while (reader.next() instanceof StoredBatch.Complete readable) {
                if (readable.batch().maxTimestamp() >= timestamp) {
                    for (var record : readable.batch()) {
                        if (record.timestamp() >= timestamp) {
                            return record.offset();
                        }
                    }
                }
            }
        } catch (NoSuchFileException deleted) {
            // The log has lost its oldest segment meanwhile.
        }
        return -1;
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
        throw new ClusterException("committed:" + group + " needs a cluster to ask; files know offsets and times.");
    }
}
