package dev.gregor.cli.cluster;

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
import org.apache.kafka.common.message.DescribeQuorumRequestData;
import org.apache.kafka.common.message.DescribeQuorumRequestData.PartitionData;
import org.apache.kafka.common.message.DescribeQuorumRequestData.TopicData;
import org.apache.kafka.common.message.DescribeQuorumResponseData;
import org.apache.kafka.common.message.DescribeQuorumResponseData.ReplicaState;
import org.apache.kafka.common.message.RemoveRaftVoterRequestData;
import org.apache.kafka.common.message.RemoveRaftVoterResponseData;

/** A cluster's KRaft quorum (KIP-595, KIP-836, KIP-853). Refusals come as {@link ApiErrorException}. */
final class Quorum {
    private static final String LOG = "__cluster_metadata";
    private static final long UNKNOWN = -1;

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
            for (var voter : voters) {
                if (voter.id() == leaderId) {
                    return voter;
                }
            }
            throw new IllegalStateException("the leader " + leaderId + " is not among the voters");
        }
    }

    State describe() {
        var request = new DescribeQuorumRequestData();
        request.topics()
                .add(new TopicData()
                        .setTopicName(LOG)
                        .setPartitions(List.of(new PartitionData().setPartitionIndex(0))));
        var answer = client.ask(
                client.whoeverKnows(),
                request,
                new DescribeQuorumResponseData(),
                DescribeQuorumResponseData::errorCode);
        throwIf(answer.errorCode(), answer.errorMessage());
        var partition = answer.topics().get(0).partitions().get(0);
        throwIf(partition.errorCode(), partition.errorMessage());
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
                .setTimeoutMs(client.requestTimeoutMs())
                .setVoterId(id)
                .setVoterDirectoryId(directoryId);
        for (var endpoint : endpoints) {
            request.listeners()
                    .add(new AddRaftVoterRequestData.Listener()
                            .setName(endpoint.listener())
                            .setHost(endpoint.host())
                            .setPort(endpoint.port()));
        }
        var answer = client.ask(
                client.whoeverKnows(), request, new AddRaftVoterResponseData(), AddRaftVoterResponseData::errorCode);
        throwIf(answer.errorCode(), answer.errorMessage());
    }

    void remove(int id, Uuid directoryId) {
        var answer = client.ask(
                client.whoeverKnows(),
                new RemoveRaftVoterRequestData()
                        .setClusterId(null)
                        .setVoterId(id)
                        .setVoterDirectoryId(directoryId),
                new RemoveRaftVoterResponseData(),
                RemoveRaftVoterResponseData::errorCode);
        throwIf(answer.errorCode(), answer.errorMessage());
    }

    private static void throwIf(short code, @org.jspecify.annotations.Nullable String message) {
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(code, message);
        }
    }
}
