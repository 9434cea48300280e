package dev.gregor.broker.quorum;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.DuplicateBrokerRegistrationException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.StaleBrokerEpochException;
import org.apache.kafka.common.message.BrokerHeartbeatRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.controller.QuorumController;
import org.apache.kafka.image.ClusterImage;
import org.apache.kafka.metadata.BrokerHeartbeatReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of this broker in the cluster (KIP-631), by the controller in this process.
 *
 * <pre>
 * STARTING --registered--> CATCHING_UP --unfenced--> RUNNING --leave--> LEAVING --may shut down--> LEFT
 *                              ^                        |
 *                              +---- fenced, or epoch stale ----+
 * </pre>
 *
 * <p>After a crash the controller still holds the session of the dead incarnation, and would for up to {@code
 * broker.session.timeout.ms}. As this process holds the locks of the folders that incarnation was registered with, it is
 * certainly dead: its registration is taken back, which ends its session (fencing alone does not), and ours repeated at once.
 *
 * <p>All state belongs to one thread of its own.
 */
final class BrokerLifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLifecycle.class);

    /** How soon to look again for a controller that is about to become active in this process. */
    private static final long CONTROLLER_POLL_MS = 1;

    /** How soon to ask again while the controller moves leaders away. */
    private static final long LEAVING_POLL_MS = 10;

    private enum State {
        STARTING,
        CATCHING_UP,
        RUNNING,
        LEAVING,
        LEFT
    }

    private final QuorumController controller;
    private final Registration registration;
    private final Supplier<ClusterImage> newestCluster;
    private final LongSupplier appliedOffset;
    private final long heartbeatIntervalMs;
    private final ScheduledThreadPoolExecutor thread;
    private final Runnable onRegistered;
    private final CompletableFuture<Void> unfenced = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    private State state = State.STARTING;
    private boolean asking;
    private boolean urgent;
    /** Told in every heartbeat, as in Apache Kafka: the controller passes over what it knows. */
    private final Set<Uuid> offlineDirectories = new TreeSet<>();

    private @Nullable ScheduledFuture<?> next;
    private volatile long epoch = -1;

    /** @param onRegistered run once, when this broker is registered: what it led in its last life is taken from it */
    BrokerLifecycle(
            QuorumController controller,
            Registration registration,
            Supplier<ClusterImage> newestCluster,
            LongSupplier appliedOffset,
            long heartbeatIntervalMs,
            Runnable onRegistered) {
        this.controller = controller;
        this.registration = registration;
        this.newestCluster = newestCluster;
        this.appliedOffset = appliedOffset;
        this.heartbeatIntervalMs = heartbeatIntervalMs;
        this.onRegistered = onRegistered;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            var lifecycle = new Thread(task, "broker-lifecycle-" + registration.nodeId());
            lifecycle.setDaemon(true);
            return lifecycle;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    void start() {
        thread.execute(this::register);
    }

    /** @return completes when this broker is unfenced for the first time: clients may come */
    CompletableFuture<Void> unfenced() {
        return unfenced;
    }

    /** @return the epoch this incarnation is registered with, or -1 */
    long epoch() {
        return epoch;
    }

    /** Partitions here have followed the metadata further: if that was missing, it is time to ask to be unfenced. */
    void onApplied() {
        if (!unfenced.isDone()) {
            thread.execute(() -> {
                if (state == State.CATCHING_UP && !asking && appliedOffset.getAsLong() >= epoch) {
                    heartbeat();
                }
            });
        }
    }

    /** A log directory has failed: the controller is told at once. */
    void onDirectoryFailure(Uuid directory) {
        inThread(() -> {
            if (offlineDirectories.add(directory) && epoch >= 0) {
                urgent = asking;
                heartbeat();
            }
        });
    }

    /** Gives all leaderships away and waits, but not for ever, until the controller lets this broker go. */
    void leave(long timeoutMs) {
        thread.execute(() -> {
            if (state != State.RUNNING) {
                left.complete(null);
                return;
            }
            state = State.LEAVING;
            if (!asking) {
                heartbeat();
            }
        });
        try {
            left.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The controller did not let this broker go within {} ms; closing all the same.", timeoutMs);
        }
    }

    private void register() {
        if (!controller.isActive()) {
            later(this::register, CONTROLLER_POLL_MS);
            return;
        }
        asking = true;
        var unused = controller
                .registerBroker(
                        InternalRequest.context(ApiKeys.BROKER_REGISTRATION), registration.ofBroker(offlineDirectories))
                .whenComplete((reply, error) -> inThread(() -> {
                    asking = false;
                    if (error != null) {
                        onNotRegistered(unwrapped(error));
                    } else {
                        onRegistered(reply.epoch());
                    }
                }));
    }

    private void onRegistered(long brokerEpoch) {
        epoch = brokerEpoch;
        LOG.info("Registered broker {} with epoch {}.", registration.nodeId(), brokerEpoch);
        if (state == State.STARTING) {
            state = State.CATCHING_UP;
            onRegistered.run();
        }
        if (appliedOffset.getAsLong() >= brokerEpoch) {
            heartbeat();
        } else {
            later(this::heartbeat, heartbeatIntervalMs);
        }
    }

    private void onNotRegistered(Throwable error) {
        if (error instanceof DuplicateBrokerRegistrationException) {
            endPredecessor();
        } else if (error instanceof NotControllerException) {
            later(this::register, CONTROLLER_POLL_MS);
        } else {
            LOG.error("The controller does not register broker {}: {}", registration.nodeId(), error.getMessage());
            later(this::register, heartbeatIntervalMs);
        }
    }

    private void endPredecessor() {
        var predecessor = newestCluster.get().broker(registration.nodeId());
        if (predecessor == null) {
            later(this::register, CONTROLLER_POLL_MS);
            return;
        }
        if (!sameFolder(predecessor.directories())) {
            LOG.error(
                    "Another broker is registered as node {} from other folders; stop it, or choose another node.id.",
                    registration.nodeId());
            later(this::register, heartbeatIntervalMs);
            return;
        }
        LOG.info(
                "Ending the session of broker {}'s last incarnation, which ended without notice.",
                registration.nodeId());
        var unused = controller
                .unregisterBroker(InternalRequest.context(ApiKeys.UNREGISTER_BROKER), registration.nodeId())
                .whenComplete((reply, error) -> inThread(this::register));
    }

    private boolean sameFolder(List<Uuid> others) {
        for (var directory : registration.directories()) {
            if (others.contains(directory)) {
                return true;
            }
        }
        return false;
    }

    private void heartbeat() {
        if (asking || state == State.LEFT) {
            return;
        }
        asking = true;
        boolean leaving = state == State.LEAVING;
        // With nobody to hand leaderships to, there is no need to ask for it step by step.
        boolean atOnce = leaving && isAlone();
        var unused = controller
                .processBrokerHeartbeat(
                        InternalRequest.context(ApiKeys.BROKER_HEARTBEAT),
                        new BrokerHeartbeatRequestData()
                                .setBrokerId(registration.nodeId())
                                .setBrokerEpoch(epoch)
                                .setCurrentMetadataOffset(appliedOffset.getAsLong())
                                .setOfflineLogDirs(List.copyOf(offlineDirectories))
                                .setWantFence(atOnce)
                                .setWantShutDown(leaving))
                .whenComplete((reply, error) -> inThread(() -> {
                    asking = false;
                    if (error != null) {
                        onNoReply(unwrapped(error));
                    } else {
                        onReply(reply);
                    }
                }));
    }

    private void onReply(BrokerHeartbeatReply reply) {
        switch (state) {
            case STARTING, CATCHING_UP -> {
                if (!reply.isFenced()) {
                    state = State.RUNNING;
                    unfenced.complete(null);
                }
                later(this::heartbeat, untilNextHeartbeatMs());
            }
            case RUNNING -> {
                if (reply.isFenced()) {
                    LOG.warn("The controller has fenced this broker; asking to be let in again.");
                }
                later(this::heartbeat, untilNextHeartbeatMs());
            }
            case LEAVING -> {
                if (reply.shouldShutDown()) {
                    state = State.LEFT;
                    left.complete(null);
                } else {
                    later(this::heartbeat, LEAVING_POLL_MS);
                }
            }
            case LEFT -> {}
        }
    }

    private long untilNextHeartbeatMs() {
        boolean atOnce = urgent;
        urgent = false;
        return atOnce ? 0 : heartbeatIntervalMs;
    }

    private void onNoReply(Throwable error) {
        if (error instanceof StaleBrokerEpochException && state != State.LEAVING) {
            LOG.warn("The controller no longer knows this broker's epoch {}; registering again.", epoch);
            register();
            return;
        }
        LOG.warn("The controller did not take this broker's heartbeat: {}", error.getMessage());
        later(this::heartbeat, heartbeatIntervalMs);
    }

    private boolean isAlone() {
        for (var broker : newestCluster.get().brokers().values()) {
            if (broker.id() != registration.nodeId() && !broker.fenced()) {
                return false;
            }
        }
        return true;
    }

    /** There is one next step at most. */
    private void later(Runnable step, long delayMs) {
        var planned = next;
        if (planned != null) {
            planned.cancel(false);
        }
        if (!thread.isShutdown()) {
            next = thread.schedule(step, delayMs, TimeUnit.MILLISECONDS);
        }
    }

    private void inThread(Runnable step) {
        if (!thread.isShutdown()) {
            thread.execute(step);
        }
    }

    private static Throwable unwrapped(@Nullable Throwable error) {
        if (error instanceof CompletionException && error.getCause() != null) {
            return error.getCause();
        }
        return error == null ? new IllegalStateException("no error") : error;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        left.complete(null);
    }
}
