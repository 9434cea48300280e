package dev.gregor.broker.group;

import dev.gregor.broker.quorum.ClusterMetadata;
import dev.gregor.broker.quorum.SteppedMetadata;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogAppend;
import dev.gregor.broker.storage.LogStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpoint;
import org.apache.kafka.common.metadata.RemoveTopicRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.server.common.GroupVersion;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** One broker: real metadata images, logs in a folder, and the real coordinator, which survives restarts of the latter. */
public final class TestCluster implements AutoCloseable {
    static final int BROKER_ID = TestReplicas.BROKER_ID;
    static final int OTHER_BROKER_ID = TestReplicas.OTHER_BROKER_ID;
    public static final Node NODE = new Node(BROKER_ID, "localhost", 9092);

    private final TestReplicas replicas;
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
    private final SteppedMetadata view = new SteppedMetadata();
    private volatile MetadataImage image = MetadataImage.EMPTY;
    private GroupCoordination groups;
    private volatile boolean createsTopics;

    public TestCluster(Path folder) {
        replicas = new TestReplicas(folder);
        groups = newGroups();
        update(delta -> {
            delta.replay(new FeatureLevelRecord()
                    .setName(MetadataVersion.FEATURE_NAME)
                    .setFeatureLevel(MetadataVersion.latestProduction().featureLevel()));
            delta.replay(
                    new FeatureLevelRecord().setName(GroupVersion.FEATURE_NAME).setFeatureLevel((short) 1));
            delta.replay(registration());
        });
    }

    private static RegisterBrokerRecord registration() {
        var record = new RegisterBrokerRecord()
                .setBrokerId(BROKER_ID)
                .setBrokerEpoch(1)
                .setIncarnationId(Uuid.randomUuid())
                .setFenced(false);
        record.endPoints()
                .add(new BrokerEndpoint()
                        .setName("PLAINTEXT")
                        .setHost(NODE.host())
                        .setPort(NODE.port())
                        .setSecurityProtocol(SecurityProtocol.PLAINTEXT.id));
        return record;
    }

    public GroupCoordination groups() {
        return groups;
    }

    TestReplicas testReplicas() {
        return replicas;
    }

    public Replicas replicas() {
        return replicas.replicas();
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
        return new GroupCoordination(new TestConfig(properties), replicas.replicas(), topic -> {
            asked.add(topic);
            if (createsTopics) {
                createTopic(topic.name(), topic.numPartitions());
            }
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

    /** From now on the controller grants the topics that the coordinator asks for. */
    public void grantTopics() {
        createsTopics = true;
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
        view.advance(image);
        groups.onMetadata(delta, image);
    }

    public ClusterMetadata metadata() {
        return view.metadata();
    }

    @Override
    public void close() {
        groups.close();
        replicas.close();
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
