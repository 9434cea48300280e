package dev.gregor.broker.group;

import dev.gregor.broker.replication.Replicas;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatResponseData;
import org.apache.kafka.common.message.DeleteGroupsResponseData.DeletableGroupResultCollection;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.HeartbeatResponseData;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupResponseData;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.OffsetCommitResponseData;
import org.apache.kafka.common.message.OffsetDeleteRequestData;
import org.apache.kafka.common.message.OffsetDeleteResponseData;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponseGroup;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupResponseData;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.coordinator.group.GroupCoordinator;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.common.GroupVersion;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The groups of this broker: Kafka's group coordinator, started behind the first request that needs it.
 *
 * <p>Requests may come from any thread and never block; those that come while the coordinator starts are answered once it has.
 * Metadata comes from the metadata image's thread and is passed on by one thread of ours, in order: the coordinator may wait
 * for its own writes there. A future fails with CoordinatorNotAvailableException if the coordinator could not start or is
 * closed, and with Kafka's exception where the API's response has no place for an error.
 */
public final class GroupCoordination implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCoordination.class);
    private static final String CONSUMER_PROTOCOL = "consumer";
    /** Kafka's constant for it is about to go, with the key. */
    private static final String REBALANCE_PROTOCOLS = "group.coordinator.rebalance.protocols";

    private static final long CLOSE_TIMEOUT_S = 30;

    private final AbstractKafkaConfig config;
    private final Replicas replicas;
    private final OffsetsTopic offsetsTopic;
    private final CompletableFuture<GroupCoordinator> coordinator = new CompletableFuture<>();

    private final Object lock = new Object();
    private final ExecutorService thread;
    private volatile @Nullable MetadataImage image;
    private boolean wanted; // guarded by lock
    private boolean starting; // guarded by lock: from here on every change is passed on
    private volatile boolean closed; // written under lock: from here on the thread passes over what still waits for it
    private @Nullable RunningCoordinator running; // owned by the thread

    /**
     * @param config the broker's configuration: groups', share groups' and offsets' keys are used
     * @param replicas where {@code __consumer_offsets} lies
     * @param topics creates {@code __consumer_offsets} when the first group asks for its coordinator
     */
    public GroupCoordination(AbstractKafkaConfig config, Replicas replicas, InternalTopics topics) {
        this.config = config;
        this.replicas = replicas;
        this.offsetsTopic = new OffsetsTopic(config, topics);
        this.thread = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var coordination = new Thread(work, "group-coordination");
            coordination.setDaemon(true);
            return coordination;
        });
    }

    /**
     * Takes a change of the metadata, after our replicas have followed it. Called by the metadata image's thread, in order;
     * costs nothing until the coordinator is wanted.
     */
    public void onMetadata(MetadataDelta delta, MetadataImage newImage) {
        synchronized (lock) {
            image = newImage;
            if (starting) {
                passOn(() -> apply(delta, newImage));
            } else if (wanted) {
                begin(newImage);
            }
        }
    }

    /** Starts the coordinator in the background, if it is not there; needs a first image of the metadata. */
    public void start() {
        if (coordinator.isDone()) {
            return;
        }
        synchronized (lock) {
            wanted = true;
            var known = image;
            if (!starting && known != null) {
                begin(known);
            }
        }
    }

    /**
     * Starts the coordinator if there are groups to look after: partitions of {@code __consumer_offsets} led by this broker.
     * Called once, when the broker serves.
     */
    public void startIfNeeded() {
        var known = image;
        var topic = known == null ? null : known.topics().getTopic(OffsetsTopic.NAME);
        if (topic != null
                && topic.partitions().values().stream().anyMatch(partition -> partition.leader == config.brokerId())) {
            start();
        }
    }

    private void begin(MetadataImage first) {
        starting = true;
        passOn(() -> begun(first));
    }

    private void passOn(Runnable work) {
        if (!closed) {
            thread.execute(work);
        }
    }

    private void begun(MetadataImage first) {
        if (closed) {
            return;
        }
        try {
            var started = new RunningCoordinator(config, replicas);
            started.start(first, offsetsTopic.partitionCount(first));
            running = started;
            coordinator.complete(started.coordinator());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The group coordinator did not start: groups are not served until the broker is restarted.", e);
            coordinator.completeExceptionally(
                    new CoordinatorNotAvailableException("The group coordinator did not start.", e));
        }
    }

    private void apply(MetadataDelta delta, MetadataImage newImage) {
        var target = running;
        if (target == null || closed) {
            return;
        }
        try {
            target.apply(delta, newImage);
        } catch (RuntimeException e) {
            LOG.error("The group coordinator could not follow the metadata to offset {}.", newImage.offset(), e);
        }
    }

    /** The partition of {@code __consumer_offsets} whose leader coordinates the group, also before there is one. */
    public int partitionFor(String groupId) {
        var started = coordinator.isDone() && !coordinator.isCompletedExceptionally() ? coordinator.join() : null;
        if (started != null) {
            return started.partitionFor(groupId);
        }
        var known = image;
        return Utils.abs(groupId.hashCode()) % offsetsTopic.partitionCount(known == null ? MetadataImage.EMPTY : known);
    }

    /**
     * Asks the controller for {@code __consumer_offsets}, once at a time. Completes, never with a failure, when that is
     * decided: the metadata shows how.
     */
    public CompletableFuture<Void> createOffsetsTopic() {
        return offsetsTopic.create().copy();
    }

    /** Whether KIP-848's protocol is enabled: by the configuration, and by the feature {@code group.version}. */
    public boolean servesConsumerProtocol() {
        var known = image;
        if (known == null) {
            return false;
        }
        short level = known.features().finalizedVersions().getOrDefault(GroupVersion.FEATURE_NAME, (short) 0);
        return GroupVersion.fromFeatureLevel(level).isConsumerRebalanceProtocolSupported()
                && config.getList(REBALANCE_PROTOCOLS).stream()
                        .anyMatch(protocol -> protocol.toLowerCase(Locale.ROOT).equals(CONSUMER_PROTOCOL));
    }

    /** JoinGroup; the answer waits for the rebalance. */
    public CompletableFuture<JoinGroupResponseData> joinGroup(
            AuthorizableRequestContext context, JoinGroupRequestData request) {
        return ask(groups -> groups.joinGroup(context, request, BufferSupplier.NO_CACHING));
    }

    /** SyncGroup; the answer waits for the leader's assignment. */
    public CompletableFuture<SyncGroupResponseData> syncGroup(
            AuthorizableRequestContext context, SyncGroupRequestData request) {
        return ask(groups -> groups.syncGroup(context, request, BufferSupplier.NO_CACHING));
    }

    /** Heartbeat of a classic group's member. */
    public CompletableFuture<HeartbeatResponseData> heartbeat(
            AuthorizableRequestContext context, HeartbeatRequestData request) {
        return ask(groups -> groups.heartbeat(context, request));
    }

    /** LeaveGroup in the form of version 3: a list of members. */
    public CompletableFuture<LeaveGroupResponseData> leaveGroup(
            AuthorizableRequestContext context, LeaveGroupRequestData request) {
        return ask(groups -> groups.leaveGroup(context, request));
    }

    /** OffsetCommit of topics that exist, with their ids. */
    public CompletableFuture<OffsetCommitResponseData> commitOffsets(
            AuthorizableRequestContext context, OffsetCommitRequestData request) {
        return ask(groups -> groups.commitOffsets(context, request, BufferSupplier.NO_CACHING));
    }

    /**
     * OffsetFetch for one group.
     *
     * @param requireStable whether partitions with offsets of open transactions answer UNSTABLE_OFFSET_COMMIT (KIP-447)
     */
    public CompletableFuture<OffsetFetchResponseGroup> fetchOffsets(
            AuthorizableRequestContext context, OffsetFetchRequestGroup request, boolean requireStable) {
        return ask(groups -> groups.fetchOffsets(context, request, requireStable));
    }

    /** OffsetDelete of topics that exist. */
    public CompletableFuture<OffsetDeleteResponseData> deleteOffsets(
            AuthorizableRequestContext context, OffsetDeleteRequestData request) {
        return ask(groups -> groups.deleteOffsets(context, request, BufferSupplier.NO_CACHING));
    }

    /** DescribeGroups. */
    public CompletableFuture<List<DescribeGroupsResponseData.DescribedGroup>> describeGroups(
            AuthorizableRequestContext context, List<String> groupIds) {
        return ask(groups -> groups.describeGroups(context, groupIds));
    }

    /** ListGroups: groups of the partitions led here. */
    public CompletableFuture<ListGroupsResponseData> listGroups(
            AuthorizableRequestContext context, ListGroupsRequestData request) {
        return ask(groups -> groups.listGroups(context, request));
    }

    /** DeleteGroups. */
    public CompletableFuture<DeletableGroupResultCollection> deleteGroups(
            AuthorizableRequestContext context, List<String> groupIds) {
        return ask(groups -> groups.deleteGroups(context, groupIds, BufferSupplier.NO_CACHING));
    }

    /** ConsumerGroupHeartbeat (KIP-848). */
    public CompletableFuture<ConsumerGroupHeartbeatResponseData> consumerGroupHeartbeat(
            AuthorizableRequestContext context, ConsumerGroupHeartbeatRequestData request) {
        return ask(groups -> groups.consumerGroupHeartbeat(context, request));
    }

    /** ConsumerGroupDescribe (KIP-848). */
    public CompletableFuture<List<ConsumerGroupDescribeResponseData.DescribedGroup>> consumerGroupDescribe(
            AuthorizableRequestContext context, List<String> groupIds) {
        return ask(groups -> groups.consumerGroupDescribe(context, groupIds));
    }

    private <R> CompletableFuture<R> ask(Function<GroupCoordinator, CompletableFuture<R>> question) {
        if (!coordinator.isDone()) {
            start();
            return coordinator.thenCompose(question);
        }
        return coordinator.isCompletedExceptionally()
                ? coordinator.thenCompose(question)
                : question.apply(coordinator.join());
    }

    /** Ends all groups here: what waits is answered NOT_COORDINATOR. To be called while the logs are still open. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            starting = true;
            thread.execute(this::end);
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                LOG.warn("The group coordinator did not end within {} s; going on without it.", CLOSE_TIMEOUT_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        coordinator.completeExceptionally(new CoordinatorNotAvailableException("The broker is shutting down."));
        var target = running;
        if (target != null) {
            target.close();
        }
    }
}
