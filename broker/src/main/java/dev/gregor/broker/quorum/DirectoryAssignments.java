package dev.gregor.broker.quorum;

import dev.gregor.broker.storage.LogStore;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.AssignReplicasToDirsRequestData;
import org.apache.kafka.common.message.AssignReplicasToDirsRequestData.DirectoryData;
import org.apache.kafka.common.message.AssignReplicasToDirsRequestData.PartitionData;
import org.apache.kafka.common.message.AssignReplicasToDirsRequestData.TopicData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.controller.QuorumController;
import org.apache.kafka.image.LocalReplicaChanges.PartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller which of several log directories each replica lies in (KIP-858), so that it knows what is lost when one of
 * them fails. With a single directory the controller knows by itself. Runs on the metadata loader's thread; does not wait.
 */
final class DirectoryAssignments {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAssignments.class);

    private final QuorumController controller;
    private final int nodeId;
    private final LongSupplier brokerEpoch;
    private final LogStore logs;

    DirectoryAssignments(QuorumController controller, int nodeId, LongSupplier brokerEpoch, LogStore logs) {
        this.controller = controller;
        this.nodeId = nodeId;
        this.brokerEpoch = brokerEpoch;
        this.logs = logs;
    }

    /** Looks at replicas here that have changed by the newest image; their logs are there. */
    void onReplicas(Map<TopicPartition, PartitionInfo> replicas) {
        var directories = new HashMap<Uuid, Map<Uuid, TopicData>>();
        replicas.forEach((id, info) -> {
            var directory = directoryOf(id);
            if (!directory.equals(Uuid.ZERO_UUID)
                    && !directory.equals(info.partition().directory(nodeId))) {
                directories
                        .computeIfAbsent(directory, unseen -> new HashMap<>())
                        .computeIfAbsent(info.topicId(), topicId -> new TopicData().setTopicId(topicId))
                        .partitions()
                        .add(new PartitionData().setPartitionIndex(id.partition()));
            }
        });
        if (!directories.isEmpty()) {
            assign(directories);
        }
    }

    /** @return a zero id if there is no log, or its directory has no id */
    private Uuid directoryOf(TopicPartition partition) {
        try {
            return logs.directoryOf(partition).id();
        } catch (NoSuchElementException e) {
            return Uuid.ZERO_UUID;
        }
    }

    private void assign(Map<Uuid, Map<Uuid, TopicData>> directories) {
        var request = new AssignReplicasToDirsRequestData().setBrokerId(nodeId).setBrokerEpoch(brokerEpoch.getAsLong());
        directories.forEach((directory, topics) -> {
            var data = new DirectoryData().setId(directory);
            data.topics().addAll(topics.values());
            request.directories().add(data);
        });
        var unused = controller
                .assignReplicasToDirs(InternalRequest.context(ApiKeys.ASSIGN_REPLICAS_TO_DIRS), request)
                .whenComplete((response, error) -> {
                    if (error != null || response.errorCode() != 0) {
                        LOG.warn(
                                "The controller does not know which log directories some replicas lie in: {}",
                                error != null ? error.getMessage() : response.errorCode());
                    }
                });
    }
}
