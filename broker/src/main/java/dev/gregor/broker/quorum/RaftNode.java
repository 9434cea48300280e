package dev.gregor.broker.quorum;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.MetadataRecordSerde;
import org.apache.kafka.raft.Endpoints;
import org.apache.kafka.raft.FileQuorumStateStore;
import org.apache.kafka.raft.KafkaRaftClient;
import org.apache.kafka.raft.KafkaRaftClientDriver;
import org.apache.kafka.raft.MetadataLogConfig;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.raft.RaftLog;
import org.apache.kafka.raft.TimingWheelExpirationService;
import org.apache.kafka.raft.internals.KafkaRaftLog;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.util.KafkaScheduler;
import org.apache.kafka.server.util.timer.SystemTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka's raft client over {@code __cluster_metadata-0} (KIP-595, KIP-853), with the threads it needs: its driver, the
 * reaper of waiting requests, and a scheduler for deleting old segments.
 */
final class RaftNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RaftNode.class);

    /** A voter alone gains nothing by waiting for more records before it writes. */
    private static final String LINGER_OF_SINGLE_VOTER_MS = "0";

    private final KafkaRaftClient<ApiMessageAndVersion> client;
    private final KafkaRaftClientDriver<ApiMessageAndVersion> driver;
    private final RaftLog log;
    private final KafkaScheduler scheduler;
    private final SystemTimer timer;
    private final TimingWheelExpirationService expiration;
    private final Metrics metrics;

    /** @param opened takes what has threads or files, as it is opened: to be closed if what comes after it fails */
    private RaftNode(QuorumSettings settings, FormattedStorage storage, FaultHandler fatal, Opened opened)
            throws IOException {
        var kafka = settings.kafka();
        var quorum = quorumConfig(settings);
        var context = new LogContext("[RaftManager id=" + settings.nodeId() + "] ");
        var prefix = "kafka-" + settings.nodeId() + "-raft";
        var listenerName = new ListenerName(kafka.controllerListenerNames().get(0));
        this.metrics = opened.add(new Metrics(), Metrics::close);
        this.scheduler = opened.add(new KafkaScheduler(1, true, prefix + "-scheduler"), KafkaScheduler::shutdown);
        scheduler.startup();
        var directory =
                Files.createDirectories(settings.metadataLogDir().resolve(Topic.CLUSTER_METADATA_TOPIC_NAME + "-0"));
        this.log = opened.add(
                KafkaRaftLog.createLog(
                        new TopicPartition(Topic.CLUSTER_METADATA_TOPIC_NAME, 0),
                        Uuid.METADATA_TOPIC_ID,
                        directory.toFile(),
                        Time.SYSTEM,
                        scheduler,
                        new MetadataLogConfig(kafka),
                        settings.nodeId()),
                RaftLog::close);
        this.timer = opened.add(new SystemTimer(prefix + "-expiration"), SystemTimer::close);
        this.expiration = opened.add(new TimingWheelExpirationService(timer), TimingWheelExpirationService::shutdown);
        this.client = new KafkaRaftClient<>(
                OptionalInt.of(settings.nodeId()),
                Objects.requireNonNull(storage.directoryIds().get(settings.metadataLogDir())),
                MetadataRecordSerde.INSTANCE,
                new NoPeers(listenerName),
                log,
                Time.SYSTEM,
                expiration,
                context,
                kafka.getList("process.roles").contains("controller"),
                storage.clusterId(),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                endpoints(settings),
                Feature.KRAFT_VERSION.supportedVersionRange(),
                quorum);
        client.initialize(
                QuorumConfig.parseVoterConnections(quorum.voters()),
                stateStore(directory),
                metrics,
                ignoredVoters -> {});
        this.driver = new KafkaRaftClientDriver<>(client, prefix, fatal, context);
    }

    /**
     * Opens the metadata log, reads all of it, and starts taking part in the quorum.
     *
     * @throws UnusableStorageException if the log, its snapshots or the quorum's state cannot be read; nothing is left running
     */
    static RaftNode start(QuorumSettings settings, FormattedStorage storage, FaultHandler fatal) {
        var opened = new Opened();
        try {
            var node = new RaftNode(settings, storage, fatal, opened);
            node.driver.start();
            return node;
        } catch (ConfigException e) {
            opened.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw new UnusableStorageException(
                    "the metadata log in " + settings.metadataLogDir() + " cannot be opened: " + e.getMessage() + ".",
                    e);
        }
    }

    /** What a start has opened so far, newest first. */
    private static final class Opened {
        private final Deque<AutoCloseable> parts = new ArrayDeque<>();

        @FunctionalInterface
        interface Closing<T> {
            void close(T part) throws Exception;
        }

        <T> T add(T part, Closing<T> closing) {
            parts.push(() -> closing.close(part));
            return part;
        }

        void close() {
            for (var part : parts) {
                try {
                    part.close();
                } catch (Exception e) {
                    LOG.debug("A part of the quorum that did not start, or did not close.", e);
                }
            }
        }
    }

    KafkaRaftClient<ApiMessageAndVersion> client() {
        return client;
    }

    private static FileQuorumStateStore stateStore(Path directory) {
        return new FileQuorumStateStore(
                directory.resolve(FileQuorumStateStore.DEFAULT_FILE_NAME).toFile());
    }

    private static Endpoints endpoints(QuorumSettings settings) {
        var addresses = new LinkedHashMap<ListenerName, InetSocketAddress>();
        for (var listener : settings.controllerListeners()) {
            var host = listener.host() == null ? "localhost" : listener.host();
            addresses.put(
                    ListenerName.normalised(listener.listener()),
                    InetSocketAddress.createUnresolved(host, listener.port()));
        }
        return Endpoints.fromInetSocketAddresses(addresses);
    }

    private static QuorumConfig quorumConfig(QuorumSettings settings) {
        Map<String, Object> values = new HashMap<>();
        settings.kafka().originals().forEach((key, value) -> {
            if (QuorumConfig.CONFIG_DEF.names().contains(key)) {
                values.put(key, value);
            }
        });
        boolean single =
                settings.kafka().getList(QuorumConfig.QUORUM_VOTERS_CONFIG).size() <= 1;
        if (single) {
            values.putIfAbsent(QuorumConfig.QUORUM_LINGER_MS_CONFIG, LINGER_OF_SINGLE_VOTER_MS);
        }
        return new QuorumConfig(new AbstractConfig(QuorumConfig.CONFIG_DEF, values, false));
    }

    @Override
    public void close() {
        try {
            expiration.shutdown();
            timer.close();
            driver.shutdown();
            scheduler.shutdown();
            log.close();
            metrics.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The quorum's log was not closed cleanly: {}", e.getMessage());
        }
    }
}
