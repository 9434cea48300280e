package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.feature.SupportedVersionRange;
import org.apache.kafka.image.ClusterImage;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.TopicImage;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.PartitionRegistration;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * What this broker knows of the cluster: a view of the newest metadata image it has applied. Each call answers from the image
 * of that moment; {@link #snapshot()} freezes one for several questions. Any thread; never blocks.
 */
public final class ClusterMetadata {
    private final String clusterId;

    /** Shared by all snapshots; an entry holds as long as the topic's and the brokers' images are the ones it was made of. */
    private final Map<Uuid, Topic> topics;

    private final boolean frozen;
    private volatile MetadataImage image;

    ClusterMetadata(String clusterId) {
        this(clusterId, new ConcurrentHashMap<>(), false, MetadataImage.EMPTY);
    }

    private ClusterMetadata(String clusterId, Map<Uuid, Topic> topics, boolean frozen, MetadataImage image) {
        this.clusterId = clusterId;
        this.topics = topics;
        this.frozen = frozen;
        this.image = image;
    }

    public ClusterMetadata snapshot() {
        return frozen ? this : new ClusterMetadata(clusterId, topics, true, image);
    }

    public String clusterId() {
        return clusterId;
    }

    /**
     * @return the id of the active controller as clients should see it: a live broker's, as clients cannot reach controllers;
     *     or -1
     */
    public int controllerId() {
        int lowest = -1;
        for (var broker : image.cluster().brokers().values()) {
            if (!broker.fenced() && (lowest < 0 || broker.id() < lowest)) {
                lowest = broker.id();
            }
        }
        return lowest;
    }

    public Optional<Topic> topic(String name) {
        var now = image;
        return view(now.topics().getTopic(name), now.cluster());
    }

    public Optional<Topic> topic(Uuid id) {
        var now = image;
        return view(now.topics().getTopic(id), now.cluster());
    }

    /** @return names in no particular order, of the image of this moment */
    public Collection<String> topicNames() {
        return image.topics().topicsByName().keySet();
    }

    /** @return live (unfenced) brokers as reachable over a listener */
    public Collection<Node> brokers(String listenerName) {
        var registrations = image.cluster().brokers().values();
        var nodes = new ArrayList<Node>(registrations.size());
        for (var registration : registrations) {
            if (!registration.fenced()) {
                registration.node(listenerName).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    /** @return a live (unfenced) broker as reachable over a listener */
    public Optional<Node> broker(int id, String listenerName) {
        var registration = image.cluster().broker(id);
        return registration == null || registration.fenced() ? Optional.empty() : registration.node(listenerName);
    }

    /** @return whether a broker of that id has ever registered and was not removed since, live or not */
    public boolean isRegistered(int brokerId) {
        return image.cluster().broker(brokerId) != null;
    }

    /** @return registered brokers that are fenced, as reachable over a listener */
    public Collection<Node> fencedBrokers(String listenerName) {
        var nodes = new ArrayList<Node>();
        for (var registration : image.cluster().brokers().values()) {
            if (registration.fenced()) {
                registration.node(listenerName).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    /** @return feature name to the levels this broker can serve, both ends inclusive */
    public Map<String, SupportedVersionRange> supportedFeatures() {
        var ranges = new HashMap<String, SupportedVersionRange>();
        for (var entry : Registration.features().entrySet()) {
            ranges.put(
                    entry.getKey(),
                    new SupportedVersionRange(
                            entry.getValue().min(), entry.getValue().max()));
        }
        return ranges;
    }

    /** @return the features in force */
    public Features finalizedFeatures() {
        var now = image;
        var levels = new HashMap<>(now.features().finalizedVersions());
        now.features()
                .metadataVersion()
                .ifPresent(version -> levels.put(MetadataVersion.FEATURE_NAME, version.featureLevel()));
        levels.values().removeIf(level -> level == 0);
        return new Features(levels, now.offset());
    }

    /** @return offset of the newest metadata record this broker has applied */
    public long offset() {
        return image.offset();
    }

    /** For Apache Kafka's own parts. */
    public MetadataImage image() {
        return image;
    }

    void advance(MetadataImage newImage) {
        this.image = newImage;
    }

    void forget(Uuid topicId) {
        topics.remove(topicId);
    }

    private Optional<Topic> view(@Nullable TopicImage topicImage, ClusterImage cluster) {
        if (topicImage == null) {
            return Optional.empty();
        }
        var view = topics.get(topicImage.id());
        if (view == null || view.image != topicImage || view.cluster != cluster) {
            view = new Topic(topicImage, cluster);
            topics.put(topicImage.id(), view);
        }
        return Optional.of(view);
    }

    /** A topic of the image. */
    public static final class Topic {
        private final TopicImage image;
        private final ClusterImage cluster;
        private final List<PartitionInfo> partitions;

        private Topic(TopicImage image, ClusterImage cluster) {
            this.image = image;
            this.cluster = cluster;
            int size = image.partitions().size();
            var infos = new ArrayList<PartitionInfo>(size);
            for (int index = 0; infos.size() < size; index++) {
                var registration = image.partitions().get(index);
                if (registration != null) {
                    infos.add(info(index, registration, cluster));
                }
            }
            this.partitions = List.copyOf(infos);
        }

        public String name() {
            return image.name();
        }

        public Uuid id() {
            return image.id();
        }

        /** @return partitions in order of their index */
        public List<PartitionInfo> partitions() {
            return partitions;
        }

        private static PartitionInfo info(int index, PartitionRegistration partition, ClusterImage cluster) {
            return new PartitionInfo(
                    index,
                    partition.leader,
                    partition.leaderEpoch,
                    partition.partitionEpoch,
                    list(partition.replicas),
                    list(partition.isr),
                    offline(partition, cluster),
                    list(partition.elr),
                    list(partition.lastKnownElr));
        }

        private static List<Integer> offline(PartitionRegistration partition, ClusterImage cluster) {
            List<Integer> offline = List.of();
            for (int id : partition.replicas) {
                BrokerRegistration broker = cluster.broker(id);
                if (broker == null || broker.fenced() || !broker.hasOnlineDir(partition.directory(id))) {
                    offline = offline.isEmpty() ? new ArrayList<>(1) : offline;
                    offline.add(id);
                }
            }
            return offline;
        }

        private static List<Integer> list(int[] ids) {
            var list = new ArrayList<Integer>(ids.length);
            for (int id : ids) {
                list.add(id);
            }
            return List.copyOf(list);
        }
    }

    /** @param leaderId -1 for none */
    public record PartitionInfo(
            int index,
            int leaderId,
            int leaderEpoch,
            int partitionEpoch,
            List<Integer> replicas,
            List<Integer> isr,
            List<Integer> offlineReplicas,
            List<Integer> elr,
            List<Integer> lastKnownElr) {}

    /**
     * Features in force (KIP-584).
     *
     * @param levels of features above level 0
     * @param epoch offset of the metadata they come from, or -1
     */
    public record Features(Map<String, Short> levels, long epoch) {
        public Features {
            levels = Map.copyOf(levels);
        }
    }
}
