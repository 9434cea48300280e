package dev.gregor.broker.group;

import static java.util.Objects.requireNonNull;

import dev.gregor.broker.quorum.ClusterMetadata;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Reconfigurable;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.metadata.FeatureLevelRecord;
import org.apache.kafka.common.metadata.PartitionChangeRecord;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.RemoveTopicRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.image.TopicImage;
import org.apache.kafka.server.common.GroupVersion;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** One broker: real metadata images, logs in a folder, and the real coordinator, which survives restarts of the latter. */
public final class TestCluster implements AutoCloseable {
    static final int BROKER_ID = 1;
    static final int OTHER_BROKER_ID = 2;
    public static final Node NODE = new Node(BROKER_ID, "localhost", 9092);

    private final TinyReplicas replicas;
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "node.id", "" + BROKER_ID,
            "process.roles", "broker,controller",
            "controller.listener.names", "CONTROLLER",
            "listeners", "PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093",
            "controller.quorum.voters", "1@localhost:9093",
            "offsets.topic.num.partitions", "4",
            "offsets.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0"));
    private final List<CreatableTopic> asked = new CopyOnWriteArrayList<>();
    private volatile MetadataImage image = MetadataImage.EMPTY;
    private GroupCoordination groups;

    public TestCluster(Path folder) {
        replicas = new TinyReplicas(folder);
        groups = newGroups();
        update(delta -> {
            delta.replay(new FeatureLevelRecord()
                    .setName(MetadataVersion.FEATURE_NAME)
                    .setFeatureLevel(MetadataVersion.latestProduction().featureLevel()));
            delta.replay(
                    new FeatureLevelRecord().setName(GroupVersion.FEATURE_NAME).setFeatureLevel((short) 1));
        });
    }

    public GroupCoordination groups() {
        return groups;
    }

    TinyReplicas tinyReplicas() {
        return replicas;
    }

    public Replicas replicas() {
        return replicas;
    }

    public LogStore store() {
        return replicas.store();
    }

    /** One record. */
    public void write(String topic, int partition) {
        var record = new SimpleRecord(1L, new byte[] {1}, new byte[] {2});
        replicas.get(new TopicPartition(topic, partition))
                .append(
                        MemoryRecords.withRecords(Compression.NONE, record).buffer(),
                        LogAppend.Origin.COORDINATOR,
                        (short) 1,
                        result -> {});
    }

    List<CreatableTopic> asked() {
        return asked;
    }

    public TestCluster with(String key, String value) {
        properties.put(key, value);
        return restart();
    }

    /** Logs opened again from their files, and a new coordinator on them. */
    public TestCluster restart() {
        groups.close();
        replicas.restart();
        groups = newGroups();
        groups.onMetadata(new MetadataDelta.Builder().setImage(image).build(), image);
        return this;
    }

    private GroupCoordination newGroups() {
        return new GroupCoordination(new TestConfig(properties), replicas, topic -> {
            asked.add(topic);
            return CompletableFuture.completedFuture(null);
        });
    }

    Map<String, String> properties() {
        return properties;
    }

    void tellMetadataTo(GroupCoordination other) {
        other.onMetadata(new MetadataDelta.Builder().setImage(image).build(), image);
    }

    public void level(short groupVersion) {
        update(delta -> delta.replay(
                new FeatureLevelRecord().setName(GroupVersion.FEATURE_NAME).setFeatureLevel(groupVersion)));
    }

    public Uuid createTopic(String name, int partitions) {
        var id = Uuid.randomUuid();
        for (int index = 0; index < partitions; index++) {
            replicas.lead(new TopicIdPartition(id, index, name), 0);
        }
        update(delta -> {
            delta.replay(new TopicRecord().setName(name).setTopicId(id));
            for (int index = 0; index < partitions; index++) {
                delta.replay(new PartitionRecord()
                        .setTopicId(id)
                        .setPartitionId(index)
                        .setReplicas(List.of(BROKER_ID, OTHER_BROKER_ID))
                        .setIsr(List.of(BROKER_ID, OTHER_BROKER_ID))
                        .setLeader(BROKER_ID)
                        .setLeaderEpoch(0)
                        .setPartitionEpoch(0));
            }
        });
        return id;
    }

    public void createOffsetsTopic() {
        createTopic(OffsetsTopic.NAME, 4);
    }

    public void deleteTopic(String name) {
        update(delta -> delta.replay(
                new RemoveTopicRecord().setTopicId(image.topics().getTopic(name).id())));
    }

    void moveLeader(String topic, int index, int leader) {
        var id = image.topics().getTopic(topic).id();
        update(delta -> delta.replay(
                new PartitionChangeRecord().setTopicId(id).setPartitionId(index).setLeader(leader)));
    }

    void update(Consumer<MetadataDelta> changes) {
        var delta = new MetadataDelta.Builder().setImage(image).build();
        changes.accept(delta);
        image = delta.apply(new MetadataProvenance(image.offset() + 1, 1, 0, true));
        groups.onMetadata(delta, image);
    }

    public ClusterMetadata metadata() {
        return new ImageView();
    }

    @Override
    public void close() {
        groups.close();
        replicas.close();
    }

    private final class ImageView implements ClusterMetadata {
        @Override
        public ClusterMetadata snapshot() {
            return this;
        }

        @Override
        public String clusterId() {
            return "test";
        }

        @Override
        public int controllerId() {
            return BROKER_ID;
        }

        @Override
        public Optional<Topic> topic(String name) {
            return Optional.ofNullable(image.topics().getTopic(name)).map(TopicView::new);
        }

        @Override
        public Optional<Topic> topic(Uuid id) {
            return Optional.ofNullable(image.topics().getTopic(id)).map(TopicView::new);
        }

        @Override
        public Collection<String> topicNames() {
            return image.topics().topicNameToIdView().keySet();
        }

        @Override
        public Collection<Node> brokers(String listenerName) {
            return List.of(NODE);
        }

        @Override
        public Optional<Node> broker(int id, String listenerName) {
            return id == BROKER_ID ? Optional.of(NODE) : Optional.empty();
        }
    }

    private record TopicView(TopicImage topic) implements ClusterMetadata.Topic {
        @Override
        public String name() {
            return topic.name();
        }

        @Override
        public Uuid id() {
            return topic.id();
        }

        @Override
        public List<ClusterMetadata.PartitionInfo> partitions() {
            var rows = new ArrayList<ClusterMetadata.PartitionInfo>();
            for (int index = 0; index < topic.partitions().size(); index++) {
                var partition = requireNonNull(topic.partitions().get(index));
                rows.add(new ClusterMetadata.PartitionInfo(
                        index,
                        partition.leader,
                        partition.leaderEpoch,
                        partition.partitionEpoch,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
            }
            return rows;
        }
    }

    static final class TestConfig extends AbstractKafkaConfig {
        TestConfig(Map<String, String> properties) {
            super(CONFIG_DEF, populateSynonyms(properties), Map.of(), false);
        }

        @Override
        public void addReconfigurable(Reconfigurable reconfigurable) {}

        @Override
        public void removeReconfigurable(Reconfigurable reconfigurable) {}
    }
}
