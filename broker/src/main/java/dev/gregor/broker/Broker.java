package dev.gregor.broker;

import dev.gregor.broker.api.AdminHandlers;
import dev.gregor.broker.api.GroupHandlers;
import dev.gregor.broker.api.HandlerRegistry;
import dev.gregor.broker.api.RecordHandlers;
import dev.gregor.broker.api.RequestHandler;
import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.broker.config.ConfigurationException;
import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.network.NetworkServer;
import dev.gregor.broker.quorum.Quorum;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStore.LogDirectoryState;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker: a value with a life from {@link #start} to {@link #close}. Any number of them live in one JVM.
 *
 * <p>Read from here: {@code start} shows how the parts come up, and which at the same time; {@code close} in which order they
 * go. The listeners are bound while folders are locked and formatted; then the logs are loaded while the quorum starts; then
 * the broker registers, and serves once the controller has let it in.
 */
public final class Broker implements AutoCloseable {
    /** Scripts that start Apache Kafka wait for the last line, by this name. */
    private static final Logger LOG = LoggerFactory.getLogger("kafka.server.KafkaRaftServer");

    private static final long LEAVE_TIMEOUT_MS = 30_000;
    private static final long CLOSING_AFTER_FAULT_MS = 60_000;
    private static final int BACKGROUND_THREADS = 2;

    private final BrokerConfig config;
    private final ExecutorService background = background();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> termination = new CompletableFuture<>();

    private final Quorum quorum;
    private final NetworkServer network;
    private final LogStore logs;
    private final Replicas replicas;
    private final GroupCoordination groups;

    private final CompletableFuture<Boolean> serving = new CompletableFuture<>();

    /** What this broker cannot live with: of the quorum, or of its log directories. */
    private final CompletableFuture<Throwable> fault = new CompletableFuture<>();

    /**
     * Closes the broker after a fault, in a thread of its own: the one that had the fault is closed too. Until it serves, {@link
     * #start} does that.
     */
    private final CompletableFuture<Void> watch;

    private Broker(BrokerConfig config, Quorum quorum, NetworkServer network, LogStore logs) {
        this.config = config;
        this.quorum = quorum;
        this.network = network;
        this.logs = logs;
        this.replicas = new Replicas(config.nodeId(), logs);
        this.groups = new GroupCoordination(config.kafka(), replicas, AdminHandlers.internalTopics(quorum::controller));
        this.watch = serving.thenAcceptBothAsync(fault, (up, why) -> closeFor(why), inThread("closing"));
        var unused = quorum.fatalFault().thenAccept(fault::complete);
    }

    /**
     * Starts a broker; returns when its clients are served.
     *
     * @throws RuntimeException with one line that says what to do, if it cannot start; nothing of it is left running
     */
    public static Broker start(BrokerConfig config) {
        config.warnings().forEach(LOG::warn);
        Ports.check(config.listeners());
        var network = aside("network", () -> bind(config));
        var quorum = open(config, network);
        var logs = aside("logs", () -> load(config));
        try {
            quorum.start();
            var broker = new Broker(config, quorum, network.join(), logs.join());
            broker.join();
            return broker;
        } catch (RuntimeException e) {
            closeIfThere(network);
            closeIfThere(logs);
            quorum.close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Quorum open(BrokerConfig config, CompletableFuture<NetworkServer> network) {
        try {
            var quorum = Quorum.open(config.quorum());
            quorum.handOverLogDirs();
            return quorum;
        } catch (RuntimeException e) {
            closeIfThere(network);
            throw e;
        }
    }

    private static void closeIfThere(CompletableFuture<? extends Closeable> part) {
        try {
            part.join().close();
        } catch (CompletionException | IOException e) {
            LOG.debug("A part that did not start, or did not close.", e);
        }
    }

    private void join() {
        var joined = quorum.join(
                        Ports.advertised(config.advertisedListeners(), network.addresses()),
                        replicas,
                        logs,
                        List.of(groups::onMetadata))
                .toCompletableFuture();
        logs.onDirectoryFailure(failed -> inThread("failed-directory").execute(() -> onDirectoryFailure(failed)));
        logs.directories().stream().filter(directory -> !directory.online()).forEach(this::onDirectoryFailure);
        // Without its controller nobody would ever let this broker in.
        var unused = fault.thenAccept(joined::completeExceptionally);
        joined.join();
        var handlers = HandlerRegistry.of(handlers(), AdminHandlers.features(quorum.metadata()));
        for (var listener : network.addresses().keySet()) {
            network.serve(listener, handlers);
        }
        groups.startIfNeeded();
        serving.complete(true);
        LOG.info("[KafkaRaftServer nodeId={}] Kafka Server started", config.nodeId());
    }

    private List<RequestHandler<?, ?>> handlers() {
        var handlers = new ArrayList<RequestHandler<?, ?>>();
        handlers.addAll(RecordHandlers.of(config.kafka(), replicas, logs, quorum.metadata(), background));
        handlers.addAll(GroupHandlers.of(groups, quorum.metadata()));
        handlers.addAll(AdminHandlers.of(quorum, groups));
        return handlers;
    }

    private static NetworkServer bind(BrokerConfig config) {
        try {
            return NetworkServer.bind(config.network());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "the listeners cannot be bound: " + e.getMessage() + "; choose other ports in listeners.");
        }
    }

    private static LogStore load(BrokerConfig config) {
        var settings = config.topics().settings(Map.of(), Map.of(), Map.of());
        return LogStore.start(config.logStore(), Clock.systemUTC(), topic -> settings);
    }

    public int nodeId() {
        return config.nodeId();
    }

    public String clusterId() {
        return quorum.clusterId();
    }

    /** @return where a listener is bound; its port is the real one if the configuration said 0 */
    public InetSocketAddress boundAddress(String listenerName) {
        var address = network.addresses().get(listenerName);
        if (address == null) {
            throw new IllegalArgumentException("no listener " + listenerName + " (there are: "
                    + network.addresses().keySet() + ")");
        }
        return address;
    }

    /** @return completes when the broker is closed: exceptionally if a fault closed it */
    public CompletableFuture<Void> termination() {
        return termination.copy();
    }

    /**
     * Hands leaderships away, stops serving, closes groups, logs and the quorum, in this order. Waits for all of it; does
     * nothing the second time.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            watch.cancel(false);
            close("the leaderships", () -> quorum.leave(LEAVE_TIMEOUT_MS));
            closeParts();
            termination.complete(null);
        }
    }

    /** As Apache Kafka: a broker goes on without some of its directories, but not without all, or without its metadata. */
    private void onDirectoryFailure(LogDirectoryState failed) {
        if (logs.directories().stream().noneMatch(LogDirectoryState::online)) {
            fault.complete(new KafkaStorageException("all log.dirs have failed ("
                    + config.logDirs().stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "); repair them, or make room, and start again."));
        } else if (quorum.keepsMetadataIn(failed.path())) {
            fault.complete(new KafkaStorageException("the log directory of the metadata, " + failed.path()
                    + ", has failed; repair it, or make room, and start again."));
        } else {
            replicas.onDirectoryFailure(failed.path());
            quorum.onDirectoryFailure(failed.path());
        }
    }

    private void closeFor(Throwable why) {
        if (closed.compareAndSet(false, true)) {
            LOG.error("[KafkaRaftServer nodeId={}] closing after a fault: {}", config.nodeId(), why.getMessage());
            // A disk that does not even answer must not keep the process.
            CompletableFuture.delayedExecutor(CLOSING_AFTER_FAULT_MS, TimeUnit.MILLISECONDS)
                    .execute(() -> termination.completeExceptionally(why));
            closeParts();
            termination.completeExceptionally(why);
        }
    }

    private void closeParts() {
        close("the network", network::close);
        close("the groups", groups::close);
        close("the replicas", replicas::close);
        close("the background", background::shutdown);
        close("the logs", logs::close);
        close("the quorum", quorum::close);
        LOG.info("[KafkaRaftServer nodeId={}] shut down completed", config.nodeId());
    }

    /** One part's failure must not keep the others open: the logs' clean stop is worth more than the network's. */
    private void close(String part, Runnable closing) {
        try {
            closing.run();
        } catch (RuntimeException failed) {
            LOG.error("[KafkaRaftServer nodeId={}] could not close {}", config.nodeId(), part, failed);
        }
    }

    private static ExecutorService background() {
        return new ThreadPoolExecutor(
                BACKGROUND_THREADS, BACKGROUND_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "gregor-background");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Does a part of the start in a thread of its own. */
    private static <T> CompletableFuture<T> aside(String part, Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, inThread(part));
    }

    private static Executor inThread(String name) {
        return task -> {
            var thread = new Thread(task, "gregor-" + name);
            thread.setDaemon(true);
            thread.start();
        };
    }
}
