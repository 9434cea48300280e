package dev.gregor.broker.quorum;

import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.network.ListenerName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metadata quorum as this node takes part in it, and this broker's membership of the cluster.
 *
 * <p>In order: {@link #open} locks and, if they are empty, formats the folders; {@link #start} brings raft and the controller
 * up; {@link #join} makes partitions follow the metadata and registers the broker; {@link #leave} hands its leaderships away;
 * {@link #close}.
 */
public final class Quorum implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Quorum.class);

    private final QuorumSettings settings;
    private final DirectoryLocks locks;
    private final FormattedStorage storage;
    private final ClusterMetadata metadata;
    private final AppliedMetadata applied = new AppliedMetadata();
    private final Faults faults = new Faults();
    private volatile @Nullable MetadataNode node;
    private volatile @Nullable BrokerLifecycle lifecycle;

    private Quorum(QuorumSettings settings, DirectoryLocks locks, FormattedStorage storage) {
        this.settings = settings;
        this.locks = locks;
        this.storage = storage;
        this.metadata = new ClusterMetadata(storage.clusterId());
    }

    /**
     * Takes the folders into use.
     *
     * @throws UnusableStorageException if they are in use, of another cluster or node, damaged, or cannot be written
     */
    public static Quorum open(QuorumSettings settings) {
        var directories = new LogDirectories(settings);
        var locks = DirectoryLocks.acquire(directories.paths());
        try {
            return new Quorum(settings, locks, directories.prepare());
        } catch (RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    /** Lets go of the locks of {@code log.dirs}, so that the log store can take them; the metadata folder's is kept. */
    public void handOverLogDirs() {
        locks.release(settings.logDirs());
    }

    /** Starts raft, the controller and the metadata loader; returns before any of them has caught up. */
    public void start() {
        node = MetadataNode.start(settings, storage, faults);
    }

    /**
     * Makes replicas follow the metadata and registers this broker. Its clients may come once the stage completes.
     *
     * @param advertised where clients and brokers are to connect, with real hosts and ports
     * @param listeners told of each image after the replicas
     */
    public CompletionStage<Void> join(
            List<Endpoint> advertised, Replicas replicas, LogStore logs, List<MetadataListener> listeners) {
        var running = Objects.requireNonNull(node, "start() comes first");
        var directories = new ArrayList<Uuid>();
        for (var directory : logs.directories()) {
            if (directory.online()) {
                directories.add(idOf(directory.path()));
            }
        }
        var registration = new Registration(
                settings.nodeId(),
                storage.clusterId(),
                Uuid.randomUuid(),
                directories,
                advertised,
                settings.controllerListeners(),
                settings.kafka().rack(),
                logs.previousBrokerEpoch());
        var applier = new ImageApplier(
                settings.nodeId(),
                metadata,
                replicas,
                logs,
                settings.topics(),
                listeners,
                new LeaderRecovery(running.controller(), settings.nodeId(), this::brokerEpoch),
                new DirectoryAssignments(running.controller(), settings.nodeId(), this::brokerEpoch, logs),
                this::onApplied);
        var life = new BrokerLifecycle(
                running.controller(),
                registration,
                running::newestCluster,
                applied::offset,
                settings.kafka().brokerHeartbeatIntervalMs(),
                () -> {
                    logs.brokerEpoch(brokerEpoch());
                    // Not before: roles of the last incarnation would be taken up only to be given up at once.
                    running.install(applier);
                });
        lifecycle = life;
        life.start();
        return life.unfenced().thenRun(() -> running.startTheRest(registration));
    }

    private Uuid idOf(Path logDirectory) {
        for (var entry : storage.directoryIds().entrySet()) {
            if (entry.getKey().toAbsolutePath().normalize().equals(logDirectory)) {
                return entry.getValue();
            }
        }
        throw new IllegalArgumentException(logDirectory + " is none of " + settings.logDirs());
    }

    /**
     * Tells the controller of a log directory that has failed: it elects other leaders for what lies there, where there are any.
     *
     * @param logDirectory one of {@code log.dirs}, absolute
     */
    public void onDirectoryFailure(Path logDirectory) {
        var life = lifecycle;
        if (life != null) {
            life.onDirectoryFailure(idOf(logDirectory));
        }
    }

    /** @return whether the metadata log lies in one of {@code log.dirs}, given absolute */
    public boolean keepsMetadataIn(Path logDirectory) {
        return settings.metadataLogDir().toAbsolutePath().normalize().equals(logDirectory);
    }

    private void onApplied(long offset) {
        applied.onApplied(offset);
        var life = lifecycle;
        if (life != null) {
            life.onApplied();
        }
    }

    public String clusterId() {
        return storage.clusterId();
    }

    /** @return {@code directory.id} of each folder (KIP-858) */
    public Map<Path, Uuid> directoryIds() {
        return storage.directoryIds();
    }

    public ClusterMetadata metadata() {
        return metadata;
    }

    /** @return asks the controller; {@link #start} must have returned */
    public Controller controller() {
        var running = Objects.requireNonNull(node, "start() comes first");
        return new Controller(
                running.controller(), () -> running.raft().highWatermark().orElse(0), applied);
    }

    /** @return asks the quorum about itself; {@link #start} must have returned */
    public QuorumDescription description() {
        var name = settings.kafka().controllerListenerNames().get(0);
        return new QuorumDescription(
                Objects.requireNonNull(node, "start() comes first").raft(), new ListenerName(name));
    }

    /** @return configs of all kinds, and what may be changed */
    public Configurations configurations() {
        return new Configurations(settings, metadata);
    }

    public TopicRules topicRules() {
        return TopicRules.of(settings.kafka());
    }

    /** @return producer ids for this broker to give away; to be asked for once */
    public ProducerIds producerIds() {
        return new ProducerIds(controller(), settings.nodeId(), this::brokerEpoch);
    }

    /** @return the epoch this broker is registered with, or -1 before it is */
    public long brokerEpoch() {
        var life = lifecycle;
        return life == null ? -1 : life.epoch();
    }

    /** @return completes with the reason if raft or the controller cannot go on: the broker must be closed then */
    public CompletableFuture<Throwable> fatalFault() {
        return faults.firstFatal();
    }

    /** Controlled shutdown: hands leaderships to others, so that clients need not wait for a time-out. */
    public void leave(long timeoutMs) {
        var life = lifecycle;
        if (life != null) {
            life.leave(timeoutMs);
        }
    }

    /** Closes the quorum; the logs of partitions must be closed before. */
    @Override
    public void close() {
        var life = lifecycle;
        if (life != null) {
            life.close();
        }
        var running = node;
        if (running != null) {
            running.close();
        }
        locks.close();
        LOG.debug("The quorum of node {} is closed.", settings.nodeId());
    }
}
