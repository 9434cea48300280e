package dev.gregor.broker.quorum;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.DescribeQuorumRequestData;
import org.apache.kafka.common.message.DescribeQuorumResponseData;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.raft.KafkaRaftClient;
import org.apache.kafka.raft.RaftRequest;
import org.apache.kafka.server.common.ApiMessageAndVersion;

/** What the quorum says of itself: leader, voters and observers (KIP-595, KIP-853). Any thread; does not block. */
public final class QuorumDescription {
    private final KafkaRaftClient<ApiMessageAndVersion> raft;
    private final ListenerName listenerName;

    QuorumDescription(KafkaRaftClient<ApiMessageAndVersion> raft, ListenerName listenerName) {
        this.raft = raft;
        this.listenerName = listenerName;
    }

    public CompletionStage<DescribeQuorumResponseData> describe(
            DescribeQuorumRequestData request, short apiVersion, int correlationId) {
        var question = new RaftRequest.Inbound(
                listenerName, correlationId, apiVersion, request, System.currentTimeMillis());
        raft.handle(question);
        return question.completion.thenApply(answer -> (DescribeQuorumResponseData) answer.data());
    }
}
