package dev.gregor.cli.cluster;

import dev.gregor.cli.brokers.ActiveController;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.AddRaftVoterRequestData;
import org.apache.kafka.common.message.AddRaftVoterResponseData;
import org.apache.kafka.common.message.DescribeQuorumResponseData.ReplicaState;
import org.apache.kafka.common.message.RemoveRaftVoterRequestData;
import org.apache.kafka.common.message.RemoveRaftVoterResponseData;

/** A cluster's KRaft quorum (KIP-595, KIP-836, KIP-853). Refusals come as {@link ApiErrorException}. */
final class Quorum {
    private static final long UNKNOWN = -1;
    /** As long as Kafka's tool gives it: a new voter first reads the whole log. */
    private static final int CHANGE_TIMEOUT_MS = 30_000;

    /** What an answer may take beyond that. */
    private static final int MARGIN_MS = 1_000;

    private final ClusterClient client;

    Quorum(ClusterClient client) {
        this.client = client;
    }

    /** Where a controller listens. */
    record Endpoint(String listener, String host, int port) {
        @Override
        public String toString() {
            return listener + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A voter or an observer, as its leader sees it.
     *
     * @param directoryId     all zero where the cluster has none
     * @param lastFetchMs     since the epoch, empty for the leader of old clusters
     * @param lastCaughtUpMs  since the epoch
     * @param endpoints       empty for observers, and on old clusters
     */
    record Replica(
            int id,
            Uuid directoryId,
            long logEndOffset,
            Optional<Long> lastFetchMs,
            Optional<Long> lastCaughtUpMs,
            List<Endpoint> endpoints) {}

    /** The quorum at one moment. */
    record State(int leaderId, int leaderEpoch, long highWatermark, List<Replica> voters, List<Replica> observers) {
        Replica leader() {
            return leadingVoter()
                    .orElseThrow(
                            () -> new IllegalStateException("the leader " + leaderId + " is not among the voters"));
        }

        private Optional<Replica> leadingVoter() {
            for (var voter : voters) {
                if (voter.id() == leaderId) {
                    return Optional.of(voter);
                }
            }
            return Optional.empty();
        }

        /** The end of the longest log: the leader's, also while it leads without a vote of its own. */
        long logEndOffset() {
            long end = 0;
            for (var voter : voters) {
                end = Math.max(end, voter.logEndOffset());
            }
            for (var observer : observers) {
                end = Math.max(end, observer.logEndOffset());
            }
            return end;
        }

        /** When it was described, by the leader's clock, as all its times are; old leaders do not tell, this machine's then. */
        long describedMs(long nowMs) {
            return leadingVoter().flatMap(Replica::lastFetchMs).orElse(nowMs);
        }
    }

    State describe() {
        var answer = ActiveController.describe(client);
        throwIf(answer.errorCode(), answer.errorMessage());
        var partition = answer.topics().get(0).partitions().get(0);
        var endpoints = new HashMap<Integer, List<Endpoint>>();
        for (var node : answer.nodes()) {
            var its = new ArrayList<Endpoint>();
            for (var listener : node.listeners()) {
                its.add(new Endpoint(listener.name(), listener.host(), listener.port()));
            }
            endpoints.put(node.nodeId(), its);
        }
        var voters = new ArrayList<Replica>();
        for (var voter : partition.currentVoters()) {
            voters.add(replica(voter, endpoints.getOrDefault(voter.replicaId(), List.of())));
        }
        var observers = new ArrayList<Replica>();
        for (var observer : partition.observers()) {
            observers.add(replica(observer, endpoints.getOrDefault(observer.replicaId(), List.of())));
        }
        return new State(partition.leaderId(), partition.leaderEpoch(), partition.highWatermark(), voters, observers);
    }

    private static Replica replica(ReplicaState state, List<Endpoint> endpoints) {
        return new Replica(
                state.replicaId(),
                state.replicaDirectoryId(),
                state.logEndOffset(),
                time(state.lastFetchTimestamp()),
                time(state.lastCaughtUpTimestamp()),
                endpoints);
    }

    private static Optional<Long> time(long timestampMs) {
        return timestampMs == UNKNOWN ? Optional.empty() : Optional.of(timestampMs);
    }

    void add(int id, Uuid directoryId, List<Endpoint> endpoints) {
        var request = new AddRaftVoterRequestData()
                .setClusterId(null)
                .setTimeoutMs(CHANGE_TIMEOUT_MS)
                .setVoterId(id)
                .setVoterDirectoryId(directoryId);
        for (var endpoint : endpoints) {
            request.listeners()
                    .add(new AddRaftVoterRequestData.Listener()
                            .setName(endpoint.listener())
                            .setHost(endpoint.host())
                            .setPort(endpoint.port()));
        }
        var answer = patientClient()
                .ask(
                        client.whoeverKnows(),
                        request,
                        new AddRaftVoterResponseData(),
                        AddRaftVoterResponseData::errorCode);
        throwIf(answer.errorCode(), answer.errorMessage());
    }

    void remove(int id, Uuid directoryId) {
        var answer = patientClient()
                .ask(
                        client.whoeverKnows(),
                        new RemoveRaftVoterRequestData()
                                .setClusterId(null)
                                .setVoterId(id)
                                .setVoterDirectoryId(directoryId),
                        new RemoveRaftVoterResponseData(),
                        RemoveRaftVoterResponseData::errorCode);
        throwIf(answer.errorCode(), answer.errorMessage());
    }

    /** Who waits as long as a change may take, once it is known that there is someone to wait for. */
    private ClusterClient patientClient() {
        client.cluster();
        return client.lend(CHANGE_TIMEOUT_MS + MARGIN_MS);
    }

    private static void throwIf(short code, @org.jspecify.annotations.Nullable String message) {
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(code, message);
        }
    }
}
