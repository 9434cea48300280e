package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition.FetchIsolation;
import dev.gregor.broker.replication.Replicas;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FetchResponseData.FetchableTopicResponse;
import org.apache.kafka.common.message.FetchResponseData.NodeEndpoint;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchRequest;

/**
 * Fetch, key 1, versions 4 and later (KIP-74 limits, KIP-227 sessions, KIP-320 leader epochs, KIP-516 topic ids since 13,
 * KIP-951 leader hints since 16): reads from logs, or waits until there is something to read.
 *
 * <p>An answer goes out at once if it has {@code minBytes}, if a partition has an error or a diverging epoch, or if the
 * client does not wait; else after {@code maxWaitMs} at the latest, with what there is. Records are named by file and
 * position here, and read only by whoever sends them.
 */
public final class FetchHandler implements RequestHandler<FetchRequestData, FetchResponseData> {
    private static final short TOPIC_IDS_SINCE = 13;
    private static final short LEADER_HINTS_SINCE = 16;
    private static final short STORAGE_ERROR_UNKNOWN_UP_TO = 5;

    private final Replicas replicas;
    private final TopicDirectory topics;
    private final FetchSessions sessions;
    private final int fetchMaxBytes;
    private final Clock clock;

    /**
     * @param fetchMaxBytes {@code fetch.max.bytes}: what one answer carries at most, whatever the client wants
     * @param sessionSlots {@code max.incremental.fetch.session.cache.slots}
     */
    public FetchHandler(
            Replicas replicas,
            TopicDirectory topics,
            int fetchMaxBytes,
            int sessionSlots,
            Clock clock,
            RandomGenerator random) {
        this.replicas = replicas;
        this.topics = topics;
        this.sessions = new FetchSessions(sessionSlots, random);
        this.fetchMaxBytes = fetchMaxBytes;
        this.clock = clock;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.FETCH;
    }

    @Override
    public CompletionStage<FetchResponseData> handle(RequestContext context, FetchRequestData request) {
        return isFull(request)
                ? fetch(context, request, asked(request), Optional.empty())
                : fetchIncrementally(context, request);
    }

    private CompletionStage<FetchResponseData> fetchIncrementally(RequestContext context, FetchRequestData request) {
        var session = sessions.session(request.sessionId());
        if (session.isEmpty()) {
            return sessionError(Errors.FETCH_SESSION_ID_NOT_FOUND, FetchMetadata.INVALID_SESSION_ID);
        }
        var error = session.get().begin(context.apiVersion(), request, clock.millis());
        if (error != Errors.NONE) {
            return sessionError(error, FetchMetadata.INVALID_SESSION_ID);
        }
        return fetch(context, request, session.get().partitions(), session);
    }

    private CompletionStage<FetchResponseData> fetch(
            RequestContext context,
            FetchRequestData request,
            List<FetchPartition> partitions,
            Optional<FetchSession> session) {
        if (session.isEmpty() && request.sessionId() != FetchMetadata.INVALID_SESSION_ID) {
            sessions.remove(request.sessionId()); // a full request ends the session it names
        }
        if (session.isPresent() && partitions.isEmpty()) {
            sessions.remove(session.get().id());
            return CompletableFuture.completedFuture(new FetchResponseData());
        }
        int maxBytes = Math.min(request.maxBytes(), fetchMaxBytes);
        int minBytes = Math.min(request.minBytes(), maxBytes);
        var reader = new FetchReader(replicas, topics, isFromFollower(request), isolation(request), maxBytes);
        var pass = reader.read(partitions);
        if (request.maxWaitMs() <= 0 || partitions.isEmpty() || PendingFetch.isEnough(pass, minBytes)) {
            return CompletableFuture.completedFuture(pass.into(it -> respond(context, request, session, it)));
        }
        pass.release();
        var pending = new PendingFetch(
                context.eventLoop(), reader, partitions, minBytes, it -> respond(context, request, session, it));
        pending.await(request.maxWaitMs());
        return pending;
    }

    private FetchResponseData respond(
            RequestContext context, FetchRequestData request, Optional<FetchSession> session, FetchReader.Pass pass) {
        var rows = pass.rows();
        int sessionId;
        if (session.isPresent()) {
            sessionId = session.get().id();
            var error = session.get().keepNews(request.sessionEpoch(), rows);
            if (error != Errors.NONE) {
                pass.release();
                return new FetchResponseData().setErrorCode(error.code()).setSessionId(sessionId);
            }
        } else {
            sessionId = newSession(context, request, rows);
        }
        var response = new FetchResponseData().setSessionId(sessionId);
        addRows(response, rows);
        refineErrors(context, response, rows);
        return response;
    }

    private int newSession(RequestContext context, FetchRequestData request, List<FetchedPartition> rows) {
        if (request.sessionEpoch() == FetchMetadata.FINAL_EPOCH) {
            return FetchMetadata.INVALID_SESSION_ID;
        }
        var partitions = new ArrayList<FetchPartition>(rows.size());
        for (var row : rows) {
            row.request().tell(row.data());
            partitions.add(row.request());
        }
        return sessions.create(
                isFromFollower(request), context.apiVersion() >= TOPIC_IDS_SINCE, partitions, clock.millis());
    }

    private static void addRows(FetchResponseData response, List<FetchedPartition> rows) {
        FetchableTopicResponse topic = null;
        FetchPartition before = null;
        for (var row : rows) {
            var request = row.request();
            if (topic == null || before == null || !before.isOfTopic(request)) {
                topic = new FetchableTopicResponse().setTopic(request.topic()).setTopicId(request.topicId());
                response.responses().add(topic);
                before = request;
            }
            topic.partitions().add(row.data());
        }
    }

    private void refineErrors(RequestContext context, FetchResponseData response, List<FetchedPartition> rows) {
        for (var row : rows) {
            var data = row.data();
            if (data.errorCode() == Errors.NONE.code()) {
                continue;
            }
            var error = Errors.forCode(data.errorCode());
            if (error == Errors.KAFKA_STORAGE_ERROR && context.apiVersion() <= STORAGE_ERROR_UNKNOWN_UP_TO) {
                data.setErrorCode(Errors.NOT_LEADER_OR_FOLLOWER.code());
            } else if (context.apiVersion() >= LEADER_HINTS_SINCE
                    && (error == Errors.NOT_LEADER_OR_FOLLOWER || error == Errors.FENCED_LEADER_EPOCH)) {
                addLeaderHint(context, response, row);
            }
        }
    }

    private void addLeaderHint(RequestContext context, FetchResponseData response, FetchedPartition row) {
        topics.topicName(row.request().topicId())
                .flatMap(name -> topics.leader(name, row.request().index(), context.listenerName()))
                .ifPresent(leader -> {
                    row.data().currentLeader().setLeaderId(leader.brokerId()).setLeaderEpoch(leader.epoch());
                    leader.node()
                            .filter(node -> response.nodeEndpoints().find(node.id()) == null)
                            .ifPresent(node -> response.nodeEndpoints()
                                    .add(new NodeEndpoint()
                                            .setNodeId(node.id())
                                            .setHost(node.host())
                                            .setPort(node.port())
                                            .setRack(node.rack())));
                });
    }

    private static boolean isFull(FetchRequestData request) {
        return request.sessionEpoch() == FetchMetadata.INITIAL_EPOCH
                || request.sessionEpoch() == FetchMetadata.FINAL_EPOCH;
    }

    private static List<FetchPartition> asked(FetchRequestData request) {
        var partitions = new ArrayList<FetchPartition>();
        for (var topic : request.topics()) {
            for (var partition : topic.partitions()) {
                partitions.add(new FetchPartition(topic, partition));
            }
        }
        return partitions;
    }

    private static FetchIsolation isolation(FetchRequestData request) {
        if (!FetchRequest.isConsumer(replicaId(request))) {
            return FetchIsolation.LOG_END;
        }
        return request.isolationLevel() == IsolationLevel.READ_COMMITTED.id()
                ? FetchIsolation.LAST_STABLE
                : FetchIsolation.HIGH_WATERMARK;
    }

    private static boolean isFromFollower(FetchRequestData request) {
        return FetchRequest.isValidBrokerId(replicaId(request));
    }

    private static int replicaId(FetchRequestData request) {
        return FetchRequest.replicaId(request);
    }

    private static CompletionStage<FetchResponseData> sessionError(Errors error, int sessionId) {
        return CompletableFuture.completedFuture(
                new FetchResponseData().setErrorCode(error.code()).setSessionId(sessionId));
    }
}
