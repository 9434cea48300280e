package dev.gregor.broker.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.controller.QuorumController;
import org.apache.kafka.controller.QuorumFeatures;
import org.apache.kafka.controller.metrics.QuorumControllerMetrics;
import org.apache.kafka.image.ClusterImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.loader.metrics.MetadataLoaderMetrics;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.image.publisher.SnapshotEmitter;
import org.apache.kafka.image.publisher.SnapshotGenerator;
import org.apache.kafka.image.publisher.metrics.SnapshotEmitterMetrics;
import org.apache.kafka.metadata.KafkaConfigSchema;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.raft.KafkaRaftClient;
import org.apache.kafka.raft.MetadataLogConfig;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.config.DefaultSupportedConfigChecker;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.apache.kafka.server.policy.AlterConfigPolicy;
import org.apache.kafka.server.policy.CreateTopicPolicy;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apache Kafka's raft, controller and metadata loader of this node, put together as its own server does it. */
final class MetadataNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataNode.class);

    private final QuorumSettings settings;
    private final Faults faults;
    private final RaftNode raft;
    private final QuorumController controller;
    private final MetadataLoader loader;
    private final NewestImage newest = new NewestImage();
    private final List<MetadataPublisher> publishers = new ArrayList<>();

    private MetadataNode(
            QuorumSettings settings, Faults faults, RaftNode raft, QuorumController controller, MetadataLoader loader) {
        this.settings = settings;
        this.faults = faults;
        this.raft = raft;
        this.controller = controller;
        this.loader = loader;
    }

    static MetadataNode start(QuorumSettings settings, FormattedStorage storage, Faults faults) {
        var raft = RaftNode.start(settings, storage, faults.fatal("raft"));
        QuorumController controller = null;
        MetadataLoader loader = null;
        try {
            controller = controller(settings, storage, faults, raft.client());
            loader = loader(settings, faults, raft.client());
            var node = new MetadataNode(settings, faults, raft, controller, loader);
            node.install(node.newest);
            raft.client().register(loader);
            return node;
        } catch (Exception e) {
            Utils.closeQuietly(loader, "metadata loader");
            raft.close();
            Utils.closeQuietly(controller, "controller");
            throw new UnusableStorageException("the controller cannot start: " + e.getMessage() + ".", e);
        }
    }

    private static QuorumController controller(
            QuorumSettings settings,
            FormattedStorage storage,
            Faults faults,
            KafkaRaftClient<ApiMessageAndVersion> raft)
            throws Exception {
        var kafka = settings.kafka();
        var voters = QuorumConfig.parseVoterIds(kafka.getList(QuorumConfig.QUORUM_VOTERS_CONFIG));
        int sessionTimeoutMs = kafka.getInt("broker.session.timeout.ms");
        int maxIdleMs = kafka.getInt(MetadataLogConfig.METADATA_MAX_IDLE_INTERVAL_MS_CONFIG);
        return new QuorumController.Builder(settings.nodeId(), storage.clusterId())
                .setTime(Time.SYSTEM)
                .setThreadNamePrefix("quorum-controller-" + settings.nodeId() + "-")
                .setConfigSchema(schema())
                .setRaftClient(raft)
                .setQuorumFeatures(new QuorumFeatures(settings.nodeId(), Registration.features(), List.copyOf(voters)))
                .setDefaultReplicationFactor(
                        kafka.getInt("default.replication.factor").shortValue())
                .setDefaultNumPartitions(kafka.getInt("num.partitions"))
                .setSessionTimeoutNs(TimeUnit.MILLISECONDS.toNanos(sessionTimeoutMs))
                .setLeaderImbalanceCheckIntervalNs(leaderImbalanceCheckInterval(kafka))
                .setMaxIdleIntervalNs(
                        maxIdleMs > 0
                                ? OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(maxIdleMs))
                                : OptionalLong.empty())
                .setMetrics(new QuorumControllerMetrics(Optional.empty(), Time.SYSTEM, sessionTimeoutMs))
                .setConfigurationValidator(new ConfigurationChecks(kafka, settings.topics()))
                .setSupportedConfigChecker(new DefaultSupportedConfigChecker())
                .setCreateTopicPolicy(Optional.ofNullable(
                        kafka.getConfiguredInstance("create.topic.policy.class.name", CreateTopicPolicy.class)))
                .setAlterConfigPolicy(Optional.ofNullable(
                        kafka.getConfiguredInstance("alter.config.policy.class.name", AlterConfigPolicy.class)))
                .setStaticConfig(kafka.originals())
                .setBootstrapMetadata(
                        new BootstrapDirectory(settings.metadataLogDir().toString()).read())
                .setFatalFaultHandler(faults.fatal("controller"))
                .setNonFatalFaultHandler(faults.logged("controller"))
                .setUncleanLeaderElectionCheckIntervalMs(kafka.getLong("unclean.leader.election.interval.ms"))
                .build();
    }

    private static OptionalLong leaderImbalanceCheckInterval(AbstractKafkaConfig kafka) {
        return kafka.getBoolean("auto.leader.rebalance.enable")
                ? OptionalLong.of(TimeUnit.SECONDS.toNanos(kafka.getLong("leader.imbalance.check.interval.seconds")))
                : OptionalLong.empty();
    }

    private static MetadataLoader loader(
            QuorumSettings settings, Faults faults, KafkaRaftClient<ApiMessageAndVersion> raft) {
        return new MetadataLoader.Builder()
                .setNodeId(settings.nodeId())
                .setTime(Time.SYSTEM)
                .setThreadNamePrefix("kafka-" + settings.nodeId() + "-")
                .setFaultHandler(faults.fatal("metadata loader"))
                .setHighWaterMarkAccessor(raft::highWatermark)
                .setMetrics(new MetadataLoaderMetrics(
                        Optional.empty(),
                        elapsedNs -> {},
                        batchSize -> {},
                        new AtomicReference<>(MetadataProvenance.EMPTY)))
                .setSupportedConfigChecker(new DefaultSupportedConfigChecker())
                .build();
    }

    static KafkaConfigSchema schema() {
        return new KafkaConfigSchema(
                Map.of(
                        ConfigResource.Type.BROKER,
                        AbstractKafkaConfig.CONFIG_DEF,
                        ConfigResource.Type.TOPIC,
                        LogConfig.configDefCopy()),
                ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS);
    }

    QuorumController controller() {
        return controller;
    }

    KafkaRaftClient<ApiMessageAndVersion> raft() {
        return raft.client();
    }

    /** @return brokers of the newest image that was loaded, whether or not partitions have followed it */
    ClusterImage newestCluster() {
        return newest.image().cluster();
    }

    void install(MetadataPublisher publisher) {
        publishers.add(publisher);
        var unused = loader.installPublishers(List.of(publisher));
    }

    /** What the first record does not need: snapshots of the metadata, and the controller's own registration (KIP-919). */
    void startTheRest(Registration registration) {
        var kafka = settings.kafka();
        var emitter = new SnapshotEmitter.Builder()
                .setNodeId(settings.nodeId())
                .setRaftClient(raft.client())
                .setMetrics(new SnapshotEmitterMetrics(Optional.empty(), Time.SYSTEM))
                .build();
        install(new SnapshotGenerator.Builder(emitter)
                .setNodeId(settings.nodeId())
                .setTime(Time.SYSTEM)
                .setFaultHandler(faults.logged("snapshots"))
                .setMaxBytesSinceLastSnapshot(
                        kafka.getLong(MetadataLogConfig.METADATA_SNAPSHOT_MAX_NEW_RECORD_BYTES_CONFIG))
                .setMaxTimeSinceLastSnapshotNs(TimeUnit.MILLISECONDS.toNanos(
                        kafka.getLong(MetadataLogConfig.METADATA_SNAPSHOT_MAX_INTERVAL_MS_CONFIG)))
                .setThreadNamePrefix("kafka-" + settings.nodeId() + "-")
                .build());
        if (!registration.hasControllerPorts()) {
            return;
        }
        var unused = controller
                .registerController(
                        InternalRequest.context(ApiKeys.CONTROLLER_REGISTRATION), registration.ofController())
                .whenComplete((done, error) -> {
                    if (error != null) {
                        LOG.warn("The controller was not registered: {}", error.getMessage());
                    }
                });
    }

    @Override
    public void close() {
        loader.beginShutdown();
        controller.beginShutdown();
        try {
            loader.close();
            for (var publisher : publishers) {
                publisher.close();
            }
            raft.close();
            controller.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The metadata was not closed cleanly.", e);
        }
    }
}
