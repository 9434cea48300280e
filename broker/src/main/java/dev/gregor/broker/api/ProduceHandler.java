package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogAppend;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.NodeEndpoint;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;

/**
 * Produce, key 0, versions 3 and later (KIP-98, KIP-467, KIP-516 topic ids since 13, KIP-951 leader hints since 10): appends
 * each partition's batch where it stands in the frame.
 *
 * <p>With acks=0 there is no answer; any failure closes the connection, so that the client looks for the leader again. One
 * bad partition never fails the others.
 */
public final class ProduceHandler implements RequestHandler<ProduceRequestData, ProduceResponseData> {
    private static final short NO_ACKS = 0;
    private static final short ACKS_ALL = -1;
    private static final short LEADER_HINTS_SINCE = 10;
    private static final short TOPIC_IDS_SINCE = 13;
    private static final String INTERNAL_PREFIX = "__";
    private static final String ADMIN_CLIENT = "__admin_client";

    private final Replicas replicas;
    private final TopicDirectory topics;

    public ProduceHandler(Replicas replicas, TopicDirectory topics) {
        this.replicas = replicas;
        this.topics = topics;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.PRODUCE;
    }

    @Override
    public boolean answers(ProduceRequestData request) {
        return request.acks() != NO_ACKS;
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public CompletionStage<ProduceResponseData> handle(RequestContext context, ProduceRequestData request) {
        if (request.transactionalId() == null) {
            refuseTransactionalBatches(request);
        }
        var pending = new PendingProduce((response, failed) -> finish(context, request, response, failed));
        for (var topic : request.topicData()) {
            var answer = new TopicProduceResponse().setName(topic.name()).setTopicId(topic.topicId());
            pending.response().responses().add(answer);
            for (var partition : topic.partitionData()) {
                append(context, request.acks(), topic, partition, pending.row(answer, partition.index()));
            }
        }
        pending.submitted(context, request.timeoutMs());
        return pending;
    }

    private void append(
            RequestContext context,
            short acks,
            TopicProduceData topic,
            PartitionProduceData data,
            PendingProduce.Row row) {
        boolean byId = context.apiVersion() >= TOPIC_IDS_SINCE;
        var found = byId
                ? replicas.partition(topic.topicId(), data.index())
                : replicas.partition(topic.name(), data.index());
        if (found.isEmpty()) {
            row.fail(
                    byId
                            ? topics.whyMissing(topic.topicId(), data.index())
                            : topics.whyMissing(topic.name(), data.index()));
            return;
        }
        var partition = found.get();
        if (acks < ACKS_ALL || acks > 1) {
            row.fail(Errors.INVALID_REQUIRED_ACKS);
            return;
        }
        if (isForbidden(context, partition)) {
            row.fail(Errors.INVALID_TOPIC_EXCEPTION);
            return;
        }
        if (!(data.records() instanceof MemoryRecords records)) {
            row.fail(Errors.INVALID_RECORD);
            return;
        }
        try {
            var batch = ProducedBatch.check(context.apiVersion(), records.buffer());
            partition.append(batch, LogAppend.Origin.CLIENT, acks, row);
        } catch (ApiException e) {
            row.fail(Errors.forException(e));
        }
    }

    private static boolean isForbidden(RequestContext context, Partition partition) {
        var topic = partition.id().topic();
        return topic.startsWith(INTERNAL_PREFIX)
                && Topic.isInternal(topic)
                && !context.clientId().equals(ADMIN_CLIENT);
    }

    /** A batch of a transaction needs the transaction's id, whatever the request's header claims (CVE-2018-17196). */
    private static void refuseTransactionalBatches(ProduceRequestData request) {
        for (var topic : request.topicData()) {
            for (var partition : topic.partitionData()) {
                if (partition.records() instanceof MemoryRecords records
                        && ProducedBatch.isTransactional(records.buffer())) {
                    throw Errors.TRANSACTIONAL_ID_AUTHORIZATION_FAILED.exception();
                }
            }
        }
    }

    private void finish(
            RequestContext context, ProduceRequestData request, ProduceResponseData response, boolean failed) {
        if (!failed) {
            return;
        }
        if (request.acks() == NO_ACKS) {
            throw failure(response);
        }
        if (context.apiVersion() >= LEADER_HINTS_SINCE) {
            addLeaderHints(context, response);
        }
    }

    private static ApiException failure(ProduceResponseData response) {
        var rows = new ArrayList<String>();
        var error = Errors.UNKNOWN_SERVER_ERROR;
        for (var topic : response.responses()) {
            for (var partition : topic.partitionResponses()) {
                if (partition.errorCode() != Errors.NONE.code()) {
                    error = Errors.forCode(partition.errorCode());
                    rows.add(topic.name() + '-' + partition.index() + ": " + error);
                }
            }
        }
        return error.exception("with acks=0, " + String.join(", ", rows));
    }

    private void addLeaderHints(RequestContext context, ProduceResponseData response) {
        for (var topic : response.responses()) {
            for (var partition : topic.partitionResponses()) {
                if (partition.errorCode() == Errors.NOT_LEADER_OR_FOLLOWER.code()) {
                    leader(context, topic, partition.index()).ifPresent(leader -> {
                        partition.currentLeader().setLeaderId(leader.brokerId()).setLeaderEpoch(leader.epoch());
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
            }
        }
    }

    private Optional<TopicDirectory.Leader> leader(RequestContext context, TopicProduceResponse topic, int partition) {
        var name =
                context.apiVersion() >= TOPIC_IDS_SINCE ? topics.topicName(topic.topicId()) : Optional.of(topic.name());
        return name.flatMap(it -> topics.leader(it, partition, context.listenerName()));
    }
}
