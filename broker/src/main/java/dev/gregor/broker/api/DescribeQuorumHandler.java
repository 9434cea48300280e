package dev.gregor.broker.api;

import dev.gregor.broker.quorum.QuorumDescription;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.DescribeQuorumRequestData;
import org.apache.kafka.common.message.DescribeQuorumResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** DescribeQuorum, key 55, versions 0–2 (KIP-595, KIP-836, KIP-853): leader, voters and observers of the metadata log. */
final class DescribeQuorumHandler implements RequestHandler<DescribeQuorumRequestData, DescribeQuorumResponseData> {
    private final QuorumDescription quorum;

    DescribeQuorumHandler(QuorumDescription quorum) {
        this.quorum = quorum;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_QUORUM;
    }

    @Override
    public CompletionStage<DescribeQuorumResponseData> handle(
            RequestContext context, DescribeQuorumRequestData request) {
        return quorum.describe(request, context.apiVersion(), context.correlationId());
    }
}
