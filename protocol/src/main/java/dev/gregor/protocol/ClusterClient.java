package dev.gregor.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiMessage;

/**
 * Asks a cluster: finds the broker responsible, speaks the newest version both sides know, and asks again (elsewhere, on a
 * new connection) until an answer is there or the time-out is over. Connections are kept for the next question.
 *
 * <p>Not thread-safe; calls block the caller's thread, at most for the settings' time-out each.
 */
public final class ClusterClient implements AutoCloseable {
    private static final int FIRST_PAUSE_MS = 20;
    private static final int LONGEST_PAUSE_MS = 500;

    /** A broker that is going down hangs up once, and then it is gone. */
    private static final int REFUSALS_THAT_TELL = 3;

    private final ConnectionSettings settings;
    private final Connector connector;
    private final Map<Address, BrokerConnection> connections;
    private final boolean lent;
    private final boolean throughControllers;
    private Optional<Cluster> cluster = Optional.empty();

    private ClusterClient(
            ConnectionSettings settings,
            Connector connector,
            Map<Address, BrokerConnection> connections,
            boolean lent,
            boolean throughControllers) {
        this.settings = settings;
        this.connector = connector;
        this.connections = connections;
        this.lent = lent;
        this.throughControllers = throughControllers;
    }

    /** A client with these settings; it connects when asked the first question. */
    public static ClusterClient open(ConnectionSettings settings) {
        return new ClusterClient(settings, new Connector(settings), new LinkedHashMap<>(), false, false);
    }

    /**
     * A client over this one's connections for one more user, on the same thread: closing it leaves them open for the next.
     * It looks at the cluster anew.
     */
    public ClusterClient lend(int timeoutMs) {
        return new ClusterClient(settings.withTimeoutMs(timeoutMs), connector, connections, true, throughControllers);
    }

    /** A client of the controllers themselves (KIP-919), whose addresses the settings name; its cluster is the quorum. */
    public static ClusterClient openToControllers(ConnectionSettings settings) {
        return new ClusterClient(settings, new Connector(settings), new LinkedHashMap<>(), false, true);
    }

    /** Whether this client talks to controllers, which serve fewer APIs than brokers. */
    public boolean throughControllers() {
        return throughControllers;
    }

    /** Who answers what any broker would: any broker, or the active controller where there are controllers only. */
    public Target whoeverKnows() {
        return throughControllers ? Target.controller() : Target.anyBroker();
    }

    /** Reads an answer's own error code, so that {@link #ask} can tell whether to ask again. */
    @FunctionalInterface
    public interface ErrorCodeOf<R> {
        /** The first retriable error code in the answer, else whatever code is in it, 0 when there is none. */
        short of(R answer);
    }

    /** For answers whose errors are left to the caller. A class: a lambda costs a command's start milliseconds. */
    private static final class Unread<R> implements ErrorCodeOf<R> {
        @Override
        public short of(R answer) {
            return ErrorCodes.NONE;
        }
    }

    /**
     * Asks until there is an answer; errors inside it are the caller's.
     *
     * @param answer filled and returned
     * @throws ClusterUnreachableException when nobody answered in time
     * @throws UnsupportedApiException when the broker serves no version of the API that can carry the request
     */
    public <R extends ApiMessage> R ask(Target target, ApiMessage request, R answer) {
        return ask(target, request, answer, new Unread<>());
    }

    /**
     * Asks until the answer carries no error that passes by itself (a new leader, controller or coordinator), or the time
     * is over: then the answer with its error is returned.
     */
    public <R extends ApiMessage> R ask(Target target, ApiMessage request, R answer, ErrorCodeOf<R> errorCode) {
        return askNoNewerThan(request.highestSupportedVersion(), target, request, answer, errorCode);
    }

    /** As {@link #ask}, in this version of the API or an older one; for fields that newer versions have dropped. */
    public <R extends ApiMessage> R askNoNewerThan(
            int newest, Target target, ApiMessage request, R answer, ErrorCodeOf<R> errorCode) {
        var attempts = new Attempts(settings.timeoutMs());
        while (true) {
            try {
                var connection = connectionTo(target, attempts);
                askOn(connection, newest, request, answer, attempts);
                if (!ErrorCodes.isRetriable(errorCode.of(answer))) {
                    return answer;
                }
                cluster = Optional.empty();
                if (!attempts.pause()) {
                    return answer;
                }
            } catch (IOException failed) {
                cluster = Optional.empty();
                attempts.pauseOrThrow(failed);
            }
        }
    }

    private void askOn(
            BrokerConnection connection, int newest, ApiMessage request, ApiMessage answer, Attempts attempts)
            throws IOException {
        var version = connection.usableVersion(request, newest);
        if (version.isEmpty()) {
            throw new UnsupportedApiException("the broker at " + addressOf(connection) + " does not serve "
                    + request.getClass().getSimpleName().replace("RequestData", "") + " (" + request.apiKey() + ")"
                    + " in a version this client knows");
        }
        try {
            connection.ask(request, version.get(), answer, attempts.remainingMs());
        } catch (UnsupportedVersionException tooOld) {
            throw new UnsupportedApiException(String.valueOf(tooOld.getMessage()));
        } catch (IOException failed) {
            drop(connection, attempts, failed);
            throw failed;
        }
    }

    /** The cluster's brokers and controller; asked for once, and again after something moved. */
    public Cluster cluster() {
        return cluster.isPresent() ? cluster.get() : refresh();
    }

    private Cluster refresh() {
        if (throughControllers) {
            var seen = new ControllerQuorum(this).ask();
            cluster = Optional.of(seen);
            return seen;
        }
        // Without topics: the answer stays small on a cluster of many.
        var answer = ask(
                Target.anyBroker(), new MetadataRequestData().setTopics(new ArrayList<>()), new MetadataResponseData());
        return remember(answer);
    }

    /** The topics asked for (every topic when the request's list is null), and the cluster as the same answer shows it. */
    public MetadataResponseData metadata(MetadataRequestData request) {
        var answer = ask(Target.anyBroker(), request, new MetadataResponseData());
        remember(answer);
        return answer;
    }

    private Cluster remember(MetadataResponseData answer) {
        var brokers = new ArrayList<BrokerNode>();
        for (var broker : answer.brokers()) {
            brokers.add(
                    new BrokerNode(broker.nodeId(), broker.host(), broker.port(), Optional.ofNullable(broker.rack())));
        }
        var seen = new Cluster(
                Optional.ofNullable(answer.clusterId()),
                answer.controllerId() < 0 ? Optional.empty() : Optional.of(answer.controllerId()),
                brokers);
        cluster = Optional.of(seen);
        return seen;
    }

    /** What the target serves, by API key. */
    public Map<Short, VersionRange> served(Target target) {
        var attempts = new Attempts(settings.timeoutMs());
        while (true) {
            try {
                return connectionTo(target, attempts).served();
            } catch (IOException failed) {
                attempts.pauseOrThrow(failed);
            }
        }
    }

    private BrokerConnection connectionTo(Target target, Attempts attempts) throws IOException {
        if (target instanceof Target.AnyBroker) {
            return anyConnection(attempts);
        }
        return connectionAt(new Router(this).addressOf(target), attempts);
    }

    private BrokerConnection anyConnection(Attempts attempts) throws IOException {
        for (var open : connections.values()) {
            return open;
        }
        IOException last = new IOException("no address to connect to");
        for (var address : candidates()) {
            try {
                return connectionAt(address, attempts);
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last;
    }

    private List<Address> candidates() {
        var candidates = new ArrayList<>(settings.bootstrap());
        if (cluster.isPresent()) {
            for (var broker : cluster.get().brokers()) {
                if (!candidates.contains(broker.address())) {
                    candidates.add(broker.address());
                }
            }
        }
        return candidates;
    }

    private BrokerConnection connectionAt(Address address, Attempts attempts) throws IOException {
        var open = connections.get(address);
        if (open != null) {
            return open;
        }
        try {
            var connection = connector.connect(address, attempts.remainingMs());
            connections.put(address, connection);
            return connection;
        } catch (IOException failed) {
            attempts.failed(address, failed);
            throw failed;
        }
    }

    private Address addressOf(BrokerConnection connection) {
        for (var entry : connections.entrySet()) {
            if (entry.getValue() == connection) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("a connection that was never opened here");
    }

    private void drop(BrokerConnection connection, Attempts attempts, IOException failure) throws IOException {
        var address = addressOf(connection);
        connections.remove(address);
        connection.close();
        attempts.failed(address, failure);
    }

    @Override
    public void close() {
        if (lent) {
            return;
        }
        for (var connection : connections.values()) {
            try {
                connection.close();
            } catch (IOException ignored) {
                // Nothing is lost: every answer asked for has been read.
            }
        }
        connections.clear();
        connector.close();
    }

    /** One question's time, and what went wrong so far. */
    private static final class Attempts {
        private final int timeoutMs;
        private final long deadlineNanos;
        private final Map<Address, String> failures = new LinkedHashMap<>();
        private int pauseMs = FIRST_PAUSE_MS;
        private int refusedQuestions;

        Attempts(int timeoutMs) {
            this.timeoutMs = timeoutMs;
            this.deadlineNanos = System.nanoTime() + timeoutMs * 1_000_000L;
        }

        int remainingMs() {
            return (int) Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000L);
        }

        void failed(Address address, IOException failure) {
            var reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            failures.put(address, reason);
            if (failure instanceof BrokerConnection.FirstQuestionException
                    && ++refusedQuestions == REFUSALS_THAT_TELL) {
                throw new ClusterUnreachableException(address + " " + reason, failure);
            }
        }

        /** @return false when there is no time left to try again */
        boolean pause() {
            if (remainingMs() <= pauseMs) {
                return false;
            }
            try {
                Thread.sleep(pauseMs);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            return true;
        }

        void pauseOrThrow(IOException failure) {
            if (!pause()) {
                throw new ClusterUnreachableException(describe(failure), failure);
            }
        }

        private String describe(IOException failure) {
            if (failures.isEmpty()) {
                return failure.getMessage() + " (tried for " + timeoutMs + " ms)";
            }
            var text = new StringBuilder("no broker answered within ")
                    .append(timeoutMs)
                    .append(" ms: ");
            failures.forEach((address, reason) ->
                    text.append(address).append(' ').append(reason).append("; "));
            text.setLength(text.length() - 2);
            return text.toString();
        }
    }
}
