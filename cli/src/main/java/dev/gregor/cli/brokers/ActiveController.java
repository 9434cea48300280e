package dev.gregor.cli.brokers;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.DescribeQuorumRequestData;
import org.apache.kafka.common.message.DescribeQuorumResponseData;

/**
 * Who the controller is. On KRaft clusters the quorum's leader (KIP-595): what Metadata calls the controller there is any
 * live broker, another one each time, for all of them forward. With ZooKeeper, Metadata knows.
 */
public final class ActiveController {
    private static final short DESCRIBE_QUORUM = 55;
    private static final String LOG = "__cluster_metadata";

    private ActiveController() {}

    /** The controller's id; empty where none leads, or where the client may not know. */
    public static Optional<Integer> id(ClusterClient client) {
        if (!client.served(Target.anyBroker()).containsKey(DESCRIBE_QUORUM)) {
            return client.cluster().controllerId();
        }
        DescribeQuorumResponseData answer;
        try {
            answer = describe(client);
        } catch (ClusterUnreachableException nobodyLeads) {
            // Brokers keep the question until there is a controller to bring it to.
            return Optional.empty();
        }
        if (answer.errorCode() != ErrorCodes.NONE) {
            return Optional.empty();
        }
        int leader = answer.topics().get(0).partitions().get(0).leaderId();
        return leader < 0 ? Optional.empty() : Optional.of(leader);
    }

    /**
     * The quorum as its leader describes it, asked again while the leader changes; an error that stays is in the answer's own
     * code, wherever the cluster put it.
     */
    public static DescribeQuorumResponseData describe(ClusterClient client) {
        var request = new DescribeQuorumRequestData();
        request.topics()
                .add(new DescribeQuorumRequestData.TopicData()
                        .setTopicName(LOG)
                        .setPartitions(List.of(new DescribeQuorumRequestData.PartitionData().setPartitionIndex(0))));
        var answer = client.ask(
                client.whoeverKnows(), request, new DescribeQuorumResponseData(), ActiveController::errorCode);
        short code = errorCode(answer);
        if (code != answer.errorCode()) {
            var partition = answer.topics().get(0).partitions().get(0);
            answer.setErrorCode(code).setErrorMessage(partition.errorMessage());
        }
        return answer;
    }

    private static short errorCode(DescribeQuorumResponseData answer) {
        if (answer.errorCode() != ErrorCodes.NONE || answer.topics().isEmpty()) {
            return answer.errorCode();
        }
        return answer.topics().get(0).partitions().get(0).errorCode();
    }
}
