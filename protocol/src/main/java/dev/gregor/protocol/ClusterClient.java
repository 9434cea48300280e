package dev.gregor.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ConnectionSettings settings;
    private final Connector connector;
    private final Map<Address, BrokerConnection> connections;
    /** The brokers of the last answer that named any: one of them may be there when the bootstrap addresses are not. */
    private final Set<Address> seenBrokers;

    private final boolean lent;
    private final boolean throughControllers;
    private Optional<Cluster> cluster = Optional.empty();

    private ClusterClient(
            ConnectionSettings settings,
            Connector connector,
            Map<Address, BrokerConnection> connections,
            Set<Address> seenBrokers,
            boolean lent,
            boolean throughControllers) {
        this.settings = settings;
        this.connector = connector;
        this.connections = connections;
        this.seenBrokers = seenBrokers;
        this.lent = lent;
        this.throughControllers = throughControllers;
    }

    /** A client with these settings; it connects when asked the first question. */
    public static ClusterClient open(ConnectionSettings settings) {
        return opened(settings, false);
    }

    private static ClusterClient opened(ConnectionSettings settings, boolean throughControllers) {
        return new ClusterClient(
                settings,
                new Connector(settings),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                false,
                throughControllers);
    }

    /**
     * A client over this one's connections for one more user, on the same thread: closing it leaves them open for the next.
     * It looks at the cluster anew.
     */
    public ClusterClient lend(int timeoutMs) {
        return new ClusterClient(
                settings.withTimeoutMs(timeoutMs), connector, connections, seenBrokers, true, throughControllers);
    }

    /** A client of the controllers themselves (KIP-919), whose addresses the settings name; its cluster is the quorum. */
    public static ClusterClient openToControllers(ConnectionSettings settings) {
        return opened(settings, true);
    }

    /**
     * What to put into requests that name a time-out of their own: a tenth below this client's, so that the broker says what
     * took it so long before the client has stopped listening.
     */
    public int requestTimeoutMs() {
        return Math.max(1, settings.timeoutMs() - settings.timeoutMs() / 10);
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
        return ask(newest, target, request, answer, errorCode, new Attempts(settings.timeoutMs()));
    }

    /** For the questions before the question: who is responsible. They are part of its attempts. */
    <R extends ApiMessage> R ask(Target target, ApiMessage request, R answer, Attempts attempts) {
        return ask(request.highestSupportedVersion(), target, request, answer, new Unread<>(), attempts);
    }

    private <R extends ApiMessage> R ask(
            int newest, Target target, ApiMessage request, R answer, ErrorCodeOf<R> errorCode, Attempts attempts) {
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
            connection.ask(request, version.get(), answer, attempts.deadline());
        } catch (UnsupportedVersionException tooOld) {
            throw new UnsupportedApiException(String.valueOf(tooOld.getMessage()));
        } catch (BrokerConnection.GarbledAnswerException garbled) {
            var address = addressOf(connection);
            drop(connection, attempts, garbled);
            throw new ClusterException(address + " " + garbled.getMessage(), garbled);
        } catch (IOException failed) {
            drop(connection, attempts, failed);
            throw failed;
        }
    }

    /** The cluster's brokers and controller; asked for once, and again after something moved. */
    public Cluster cluster() {
        return cluster(new Attempts(settings.timeoutMs()));
    }

    Cluster cluster(Attempts attempts) {
        return cluster.isPresent() ? cluster.get() : refresh(attempts);
    }

    private Cluster refresh(Attempts attempts) {
        if (throughControllers) {
            return remember(new ControllerQuorum(this, attempts).ask());
        }
        // Without topics: the answer stays small on a cluster of many.
        var request = new MetadataRequestData().setTopics(new ArrayList<>());
        return remember(ask(Target.anyBroker(), request, new MetadataResponseData(), attempts));
    }

    /** The topics asked for (every topic when the request's list is null), and the cluster as the same answer shows it. */
    public MetadataResponseData metadata(MetadataRequestData request) {
        return metadata(request, new Attempts(settings.timeoutMs()));
    }

    MetadataResponseData metadata(MetadataRequestData request, Attempts attempts) {
        var answer = ask(Target.anyBroker(), request, new MetadataResponseData(), attempts);
        remember(answer);
        return answer;
    }

    private Cluster remember(MetadataResponseData answer) {
        var brokers = new ArrayList<BrokerNode>();
        for (var broker : answer.brokers()) {
            brokers.add(
                    new BrokerNode(broker.nodeId(), broker.host(), broker.port(), Optional.ofNullable(broker.rack())));
        }
        return remember(new Cluster(
                Optional.ofNullable(answer.clusterId()),
                answer.controllerId() < 0 ? Optional.empty() : Optional.of(answer.controllerId()),
                brokers));
    }

    private Cluster remember(Cluster seen) {
        cluster = Optional.of(seen);
        if (!seen.brokers().isEmpty()) {
            seenBrokers.clear();
            for (var broker : seen.brokers()) {
                if (!broker.host().isEmpty() && broker.port() > 0) {
                    seenBrokers.add(broker.address());
                }
            }
        }
        return seen;
    }

    /** What the target serves, by API key. */
    public Map<Short, VersionRange> served(Target target) {
        return served(target, new Attempts(settings.timeoutMs()));
    }

    Map<Short, VersionRange> served(Target target, Attempts attempts) {
        while (true) {
            try {
                return connectionTo(target, attempts).served();
            } catch (IOException failed) {
                cluster = Optional.empty();
                attempts.pauseOrThrow(failed);
            }
        }
    }

    private BrokerConnection connectionTo(Target target, Attempts attempts) throws IOException {
        if (target instanceof Target.AnyBroker) {
            return anyConnection(attempts);
        }
        return connectionAt(new Router(this, attempts).addressOf(target), attempts, attempts.deadline());
    }

    private BrokerConnection anyConnection(Attempts attempts) throws IOException {
        for (var address : List.copyOf(connections.keySet())) {
            var open = openAt(address);
            if (open.isPresent()) {
                return open.get();
            }
        }
        IOException last = new IOException("no address to connect to");
        var candidates = candidates();
        for (int i = 0; i < candidates.size(); i++) {
            try {
                // One that takes a connection and says nothing must leave the others their time.
                return connectionAt(
                        candidates.get(i), attempts, attempts.deadline().share(candidates.size() - i));
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last;
    }

    private List<Address> candidates() {
        var candidates = new LinkedHashSet<>(settings.bootstrap());
        candidates.addAll(seenBrokers);
        return List.copyOf(candidates);
    }

    private BrokerConnection connectionAt(Address address, Attempts attempts, Deadline deadline) throws IOException {
        var open = openAt(address);
        if (open.isPresent()) {
            return open.get();
        }
        try {
            var connection = connector.connect(address, deadline);
            connections.put(address, connection);
            return connection;
        } catch (IOException failed) {
            attempts.failed(address, failed);
            throw failed;
        }
    }

    private Optional<BrokerConnection> openAt(Address address) {
        var open = connections.get(address);
        if (open != null && open.isWorn()) {
            connections.remove(address);
            close(open);
            return Optional.empty();
        }
        return Optional.ofNullable(open);
    }

    private Address addressOf(BrokerConnection connection) {
        for (var entry : connections.entrySet()) {
            if (entry.getValue() == connection) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("a connection that was never opened here");
    }

    private void drop(BrokerConnection connection, Attempts attempts, IOException failure) {
        var address = addressOf(connection);
        connections.remove(address);
        close(connection);
        attempts.failed(address, failure);
    }

    private static void close(BrokerConnection connection) {
        try {
            connection.close();
        } catch (IOException ignored) {
            // Nothing is lost: every answer asked for has been read, or will not come.
        }
    }

    @Override
    public void close() {
        if (lent) {
            return;
        }
        for (var connection : connections.values()) {
            close(connection);
        }
        connections.clear();
        connector.close();
    }
}
