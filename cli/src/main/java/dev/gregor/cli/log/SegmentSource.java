package dev.gregor.cli.log;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * One file with batches, and what it belongs to.
 *
 * @param internal the topic of Kafka's own whose records it holds
 */
record SegmentSource(Path file, String topic, int partition, Optional<InternalTopic> internal) {
    private static final String SNAPSHOT = ".checkpoint";

    static SegmentSource of(PartitionFolder folder, long baseOffset) {
        return new SegmentSource(
                folder.file(baseOffset, ".log"),
                folder.topic(),
                folder.partition(),
                InternalTopic.named(folder.topic()));
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** A file by itself; its folder's name, if it is a partition's, says what it belongs to. */
    static Optional<SegmentSource> of(Path file) {
        var name = String.valueOf(file.getFileName());
        if (!name.endsWith(".log") && !name.endsWith(SNAPSHOT)) {
            return Optional.empty();
        }
        var parent = file.toAbsolutePath().normalize().getParent();
        var folder = parent == null ? Optional.<PartitionFolder>empty() : PartitionFolder.of(parent);
        var internal = name.endsWith(SNAPSHOT)
                ? Optional.of(InternalTopic.METADATA)
                : folder.flatMap(in -> InternalTopic.named(in.topic()));
        return Optional.of(new SegmentSource(
                file,
                folder.map(PartitionFolder::topic).orElse("?"),
                folder.map(PartitionFolder::partition).orElse(0),
                internal));
    }
}
