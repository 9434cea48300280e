package dev.gregor.broker.quorum;

import dev.gregor.broker.replication.PartitionAssignment;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.image.LocalReplicaChanges;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.TopicsDelta;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.PartitionRegistration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of each metadata image what it means for this broker: replicas that lead, follow, come and go, and their settings; then
 * shows the image to everyone else. Nobody but this changes a partition's role. Runs on the metadata loader's thread.
 */
final class ImageApplier implements MetadataPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(ImageApplier.class);
    private static final ConfigResource ALL_BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    private final int nodeId;
    private final ClusterMetadata metadata;
    private final Replicas replicas;
    private final LogStore logs;
    private final TopicLogSettings topics;
    private final List<MetadataListener> listeners;
    private final LeaderRecovery recovery;
    private final DirectoryAssignments assignments;
    private final LongConsumer onApplied;
    private final ConfigResource thisBroker;
    private boolean first = true;

    /** Settings of topics without configs of their own, until the brokers' dynamic configs change. */
    private @Nullable LogSettings plain;

    ImageApplier(
            int nodeId,
            ClusterMetadata metadata,
            Replicas replicas,
            LogStore logs,
            TopicLogSettings topics,
            List<MetadataListener> listeners,
            LeaderRecovery recovery,
            DirectoryAssignments assignments,
            LongConsumer onApplied) {
        this.nodeId = nodeId;
        this.metadata = metadata;
        this.replicas = replicas;
        this.logs = logs;
        this.topics = topics;
        this.listeners = List.copyOf(listeners);
        this.recovery = recovery;
        this.assignments = assignments;
        this.onApplied = onApplied;
        this.thisBroker = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(nodeId));
    }

    @Override
    public String name() {
        return "ImageApplier";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        if (first) {
            removeStrays(image);
            first = false;
        }
        reconfigure(delta, image);
        var topicsDelta = delta.topicsDelta();
        if (topicsDelta != null) {
            apply(topicsDelta, image);
        }
        metadata.advance(image);
        for (var listener : listeners) {
            try {
                listener.onMetadata(delta, image);
            } catch (RuntimeException e) {
                LOG.error("{} did not take the metadata at offset {}.", listener, image.offset(), e);
            }
        }
        onApplied.accept(image.offset());
    }

    private void apply(TopicsDelta delta, MetadataImage image) {
        var changes = delta.localChanges(nodeId);
        for (var partition : changes.deletes()) {
            var topic = delta.image().getTopic(partition.topic());
            if (topic != null) {
                attempt(partition, () -> replicas.remove(new TopicIdPartition(topic.id(), partition), true));
            }
        }
        for (var id : delta.deletedTopicIds()) {
            metadata.forget(id);
        }
        applyAll(changes.leaders(), image);
        recovery.onLeaders(changes.leaders());
        assignments.onReplicas(changes.leaders());
        applyAll(changes.followers(), image);
        assignments.onReplicas(changes.followers());
    }

    private void applyAll(Map<TopicPartition, LocalReplicaChanges.PartitionInfo> changes, MetadataImage image) {
        for (var entry : changes.entrySet()) {
            var partition = entry.getKey();
            var info = entry.getValue();
            var assignment = assignment(new TopicIdPartition(info.topicId(), partition), info.partition());
            attempt(partition, () -> replicas.apply(assignment, settings(partition.topic(), image)));
        }
    }

    private static PartitionAssignment assignment(TopicIdPartition id, PartitionRegistration partition) {
        return new PartitionAssignment(
                id,
                partition.leader,
                partition.leaderEpoch,
                partition.partitionEpoch,
                list(partition.replicas),
                list(partition.isr));
    }

    private static List<Integer> list(int[] ids) {
        var list = new ArrayList<Integer>(ids.length);
        for (int id : ids) {
            list.add(id);
        }
        return list;
    }

    private void reconfigure(MetadataDelta delta, MetadataImage image) {
        var configs = delta.configsDelta();
        if (configs == null) {
            return;
        }
        var changed = configs.changes();
        if (changed.containsKey(ALL_BROKERS) || changed.containsKey(thisBroker)) {
            plain = null;
            for (var topic : image.topics().topicsByName().keySet()) {
                reconfigure(topic, image);
            }
            return;
        }
        for (var resource : changed.keySet()) {
            if (resource.type() == ConfigResource.Type.TOPIC && image.topics().getTopic(resource.name()) != null) {
                reconfigure(resource.name(), image);
            }
        }
    }

    private void reconfigure(String topic, MetadataImage image) {
        try {
            replicas.reconfigure(topic, settings(topic, image));
        } catch (RuntimeException e) {
            LOG.error("The configuration of topic {} was not applied.", topic, e);
        }
    }

    private LogSettings settings(String topic, MetadataImage image) {
        var configs = image.configs();
        var ofTopic = configs.configMapForResource(new ConfigResource(ConfigResource.Type.TOPIC, topic));
        if (!ofTopic.isEmpty()) {
            return settings(ofTopic, image);
        }
        var known = plain;
        if (known == null) {
            known = settings(Map.of(), image);
            plain = known;
        }
        return known;
    }

    private LogSettings settings(Map<String, String> ofTopic, MetadataImage image) {
        return topics.settings(
                image.configs().configMapForResource(ALL_BROKERS),
                image.configs().configMapForResource(thisBroker),
                ofTopic);
    }

    /**
     * Logs of topics that were deleted, or moved away, while this broker was not there. They are set aside, as in Apache Kafka, not
     * deleted: the same is seen if the metadata was lost, or is another cluster's.
     */
    private void removeStrays(MetadataImage image) {
        for (var log : List.copyOf(logs.logs())) {
            var id = log.id();
            var partition = image.topics().getPartition(id.topicId(), id.partition());
            if (partition == null || !holds(partition.replicas)) {
                LOG.warn(
                        "{} ({}) is no longer of this broker; its log is set aside under a name that ends in -stray.",
                        id.topicPartition(),
                        id.topicId());
                attempt(id.topicPartition(), () -> logs.setAside(id.topicPartition()));
            }
        }
    }

    private boolean holds(int[] replicaIds) {
        for (int id : replicaIds) {
            if (id == nodeId) {
                return true;
            }
        }
        return false;
    }

    private static void attempt(TopicPartition partition, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.error("{} did not follow the metadata: {}", partition, e.getMessage(), e);
        }
    }
}
