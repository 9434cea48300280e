package dev.gregor.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What administrators ask, with Apache Kafka's own client; messages are those Apache Kafka gave to the same questions. */
@Timeout(120)
class AdminTest {
    @TempDir
    private static Path folder;

    private static Broker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = Broker.start(BrokerTest.config(folder, "log.retention.hours", "5"));
        admin = BrokerTest.admin(broker);
    }

    @AfterAll
    static void close() {
        admin.close();
        broker.close();
    }

    @Test
    void givenATopicWithConfigs_whenDescribed_thenEachValueSaysWhereItIsFrom() throws Exception {
        // given
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, "configured");
        create(new NewTopic("configured", 2, (short) 1).configs(Map.of("segment.bytes", "2000000")));
        // when
        var config = requireNonNull(admin.describeConfigs(
                        List.of(resource),
                        new DescribeConfigsOptions().includeSynonyms(true).includeDocumentation(true))
                .all()
                .get()
                .get(resource));
        // then
        assertThat(config.get("segment.bytes").value()).isEqualTo("2000000");
        assertThat(config.get("segment.bytes").source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        assertThat(config.get("segment.bytes").synonyms())
                .extracting(ConfigEntry.ConfigSynonym::name)
                .containsExactly("segment.bytes", "log.segment.bytes");
        assertThat(config.get("retention.ms").value()).isEqualTo("18000000");
        assertThat(config.get("retention.ms").source()).isEqualTo(ConfigEntry.ConfigSource.DEFAULT_CONFIG);
        assertThat(config.get("retention.ms").type()).isEqualTo(ConfigEntry.ConfigType.LONG);
        assertThat(config.get("retention.ms").documentation()).isNotBlank();
    }

    @Test
    void givenATopic_whenItsConfigsChange_thenTheyAreInForce() throws Exception {
        // given
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, "changing");
        create(new NewTopic("changing", 1, (short) 1));
        // when
        alter(resource, "retention.ms", "1234", AlterConfigOp.OpType.SET);
        alter(resource, "cleanup.policy", "compact", AlterConfigOp.OpType.APPEND);
        // then
        assertThat(describe(resource).get("retention.ms").value()).isEqualTo("1234");
        assertThat(describe(resource).get("cleanup.policy").value()).isEqualTo("delete,compact");
        alter(resource, "retention.ms", "", AlterConfigOp.OpType.DELETE);
        assertThat(describe(resource).get("retention.ms").value()).isEqualTo("18000000");
    }

    @Test
    void givenDynamicBrokerConfigs_whenChanged_thenTopicsFallBackOnThem() throws Exception {
        // given
        var all = new ConfigResource(ConfigResource.Type.BROKER, "");
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "falling-back");
        create(new NewTopic("falling-back", 1, (short) 1));
        // when
        alter(all, "log.segment.bytes", "3000000", AlterConfigOp.OpType.SET);
        // then
        assertThat(describe(topic).get("segment.bytes").value()).isEqualTo("3000000");
        assertThat(describe(topic).get("segment.bytes").source())
                .isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG);
        assertThat(describe(new ConfigResource(ConfigResource.Type.BROKER, "1"))
                        .get("log.segment.bytes")
                        .value())
                .isEqualTo("3000000");
        alter(all, "log.segment.bytes", "", AlterConfigOp.OpType.DELETE);
        assertThat(describe(topic).get("segment.bytes").source()).isEqualTo(ConfigEntry.ConfigSource.DEFAULT_CONFIG);
    }

    @Test
    void givenWrongConfigs_whenAltered_thenTheErrorsAreKafkas() {
        // given
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "wrong-configs");
        create(new NewTopic("wrong-configs", 1, (short) 1));
        // when, then
        failure(() -> alter(topic, "retention.ms", "soon", AlterConfigOp.OpType.SET))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Invalid value soon for configuration retention.ms: Not a number of type LONG");
        failure(() -> alter(topic, "no.such.config", "1", AlterConfigOp.OpType.SET))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Unknown topic config name: no.such.config");
        failure(() -> alter(
                        new ConfigResource(ConfigResource.Type.BROKER, "1"), "node.id", "2", AlterConfigOp.OpType.SET))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot update these configs dynamically: [node.id]");
        failure(() -> describe(new ConfigResource(ConfigResource.Type.TOPIC, "nowhere")))
                .isInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    void givenWrongTopics_whenCreated_thenTheErrorsAreKafkas() {
        // given
        create(new NewTopic("twice", 1, (short) 1));
        // when, then
        failure(() -> create(new NewTopic("twice", 1, (short) 1)))
                .isInstanceOf(TopicExistsException.class)
                .hasMessage("Topic 'twice' already exists.");
        failure(() -> create(new NewTopic("../x", 1, (short) 1)))
                .isInstanceOf(InvalidTopicException.class)
                .hasMessage("Topic name is invalid: '../x' contains one or more characters other than ASCII"
                        + " alphanumerics, '.', '_' and '-'");
        failure(() -> create(new NewTopic("many", 1, (short) 3)))
                .isInstanceOf(InvalidReplicationFactorException.class)
                .hasMessage("Unable to replicate the partition 3 time(s): The target replication factor of 3 cannot be"
                        + " reached because only 1 broker(s) are registered or some brokers have all their log"
                        + " directories cordoned.");
        failure(() -> create(new NewTopic("none", 0, (short) 1)))
                .isInstanceOf(InvalidPartitionsException.class)
                .hasMessage("Number of partitions was set to an invalid non-positive value.");
    }

    @Test
    void givenValidateOnly_whenCreated_thenThereIsNoTopic() throws Exception {
        // when
        var result = admin.createTopics(
                List.of(new NewTopic("only-asked", 3, (short) 1)), new CreateTopicsOptions().validateOnly(true));
        // then
        assertThat(result.numPartitions("only-asked").get()).isEqualTo(3);
        assertThat(admin.listTopics().names().get()).doesNotContain("only-asked");
    }

    @Test
    void givenTopics_whenDeletedByNameAndById_thenTheyAreGone() throws Exception {
        // given
        create(new NewTopic("by-name", 1, (short) 1));
        create(new NewTopic("by-id", 1, (short) 1));
        var id = topic("by-id").topicId();
        // when
        admin.deleteTopics(List.of("by-name")).all().get();
        admin.deleteTopics(TopicCollection.ofTopicIds(List.of(id))).all().get();
        // then
        assertThat(admin.listTopics().names().get()).doesNotContain("by-name", "by-id");
        failure(() -> admin.deleteTopics(List.of("by-name")).all().get())
                .isInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    void givenATopic_whenItGetsMorePartitions_thenTheyHaveLeaders() throws Exception {
        // given
        create(new NewTopic("growing", 1, (short) 1));
        // when
        admin.createPartitions(Map.of("growing", NewPartitions.increaseTo(4)))
                .all()
                .get();
        // then
        assertThat(topic("growing").partitions())
                .hasSize(4)
                .allSatisfy(partition -> assertThat(partition.leader().id()).isEqualTo(1));
        failure(() -> admin.createPartitions(Map.of("growing", NewPartitions.increaseTo(2)))
                        .all()
                        .get())
                .isInstanceOf(InvalidPartitionsException.class)
                .hasMessage("The topic growing currently has 4 partition(s); 2 would not be an increase.");
    }

    @Test
    void givenOneNode_whenTheClusterIsDescribed_thenItIsThisNode() throws Exception {
        // when
        var cluster = admin.describeCluster();
        var quorum = admin.describeMetadataQuorum().quorumInfo().get();
        var features = admin.describeFeatures().featureMetadata().get();
        // then
        assertThat(cluster.clusterId().get()).isEqualTo(broker.clusterId());
        assertThat(cluster.controller().get().id()).isEqualTo(1);
        assertThat(cluster.nodes().get())
                .singleElement()
                .satisfies(node -> assertThat(node.port())
                        .isEqualTo(broker.boundAddress("PLAINTEXT").getPort()));
        assertThat(quorum.leaderId()).isEqualTo(1);
        assertThat(quorum.voters())
                .singleElement()
                .satisfies(voter -> assertThat(voter.replicaId()).isEqualTo(1));
        assertThat(features.finalizedFeatures()).containsKey("metadata.version");
    }

    @Test
    void givenLeadersInPlace_whenElected_thenThereIsNothingToDo() throws Exception {
        // given
        create(new NewTopic("elected", 1, (short) 1));
        var partition = new TopicPartition("elected", 0);
        // when
        var results = admin.electLeaders(ElectionType.PREFERRED, Set.of(partition))
                .partitions()
                .get();
        // then
        assertThat(results.get(partition)).get().isInstanceOf(ElectionNotNeededException.class);
        assertThat(admin.listPartitionReassignments().reassignments().get()).isEmpty();
    }

    private static TopicDescription topic(String name) {
        return requireNonNull(
                join(admin.describeTopics(List.of(name)).allTopicNames()).get(name));
    }

    private static void create(NewTopic topic) {
        join(admin.createTopics(List.of(topic)).all());
    }

    private static void alter(ConfigResource resource, String name, String value, AlterConfigOp.OpType operation) {
        join(admin.incrementalAlterConfigs(
                        Map.of(resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), operation))))
                .all());
    }

    private static Config describe(ConfigResource resource) {
        return requireNonNull(
                join(admin.describeConfigs(List.of(resource)).all()).get(resource));
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private interface Question {
        void ask() throws Exception;
    }

    private static AbstractThrowableAssert<?, ?> failure(Question question) {
        return assertThatThrownBy(question::ask).cause();
    }
}
