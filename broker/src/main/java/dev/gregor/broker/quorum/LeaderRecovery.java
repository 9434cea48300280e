package dev.gregor.broker.quorum;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.AlterPartitionRequestData;
import org.apache.kafka.common.message.AlterPartitionRequestData.BrokerState;
import org.apache.kafka.common.message.AlterPartitionRequestData.PartitionData;
import org.apache.kafka.common.message.AlterPartitionRequestData.TopicData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.controller.QuorumController;
import org.apache.kafka.image.LocalReplicaChanges.PartitionInfo;
import org.apache.kafka.metadata.LeaderRecoveryState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller that partitions whose leader was elected uncleanly, as after a crash of the only replica, are themselves
 * again (KIP-704): until then nobody may join their ISR. Runs on the metadata loader's thread; does not wait.
 */
final class LeaderRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(LeaderRecovery.class);

    private final QuorumController controller;
    private final int nodeId;
    private final LongSupplier brokerEpoch;

    LeaderRecovery(QuorumController controller, int nodeId, LongSupplier brokerEpoch) {
        this.controller = controller;
        this.nodeId = nodeId;
        this.brokerEpoch = brokerEpoch;
    }

    /** Looks at partitions that this broker leads by the newest image. */
    void onLeaders(Map<TopicPartition, PartitionInfo> leaders) {
        var topics = new HashMap<Uuid, TopicData>();
        leaders.forEach((id, info) -> {
            var partition = info.partition();
            if (partition.leaderRecoveryState == LeaderRecoveryState.RECOVERING
                    && partition.isr.length == 1
                    && partition.isr[0] == nodeId) {
                topics.computeIfAbsent(info.topicId(), topicId -> new TopicData().setTopicId(topicId))
                        .partitions()
                        .add(recovered(id.partition(), partition.leaderEpoch, partition.partitionEpoch));
            }
        });
        if (topics.isEmpty()) {
            return;
        }
        var request = new AlterPartitionRequestData().setBrokerId(nodeId).setBrokerEpoch(brokerEpoch.getAsLong());
        request.topics().addAll(topics.values());
        var unused = controller
                .alterPartition(InternalRequest.context(ApiKeys.ALTER_PARTITION), request)
                .whenComplete((response, error) -> {
                    if (error != null || response.errorCode() != 0) {
                        LOG.warn(
                                "Partitions of {} topics remain marked as recovering: {}",
                                topics.size(),
                                error != null ? error.getMessage() : response.errorCode());
                    }
                });
    }

    private PartitionData recovered(int partition, int leaderEpoch, int partitionEpoch) {
        var row = new PartitionData()
                .setPartitionIndex(partition)
                .setLeaderEpoch(leaderEpoch)
                .setPartitionEpoch(partitionEpoch)
                .setLeaderRecoveryState(LeaderRecoveryState.RECOVERED.value());
        row.newIsrWithEpochs().add(new BrokerState().setBrokerId(nodeId).setBrokerEpoch(brokerEpoch.getAsLong()));
        return row;
    }
}
