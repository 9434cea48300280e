package dev.gregor.cli.partition;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DeleteRecordsRequestData;
import org.apache.kafka.common.message.DeleteRecordsRequestData.DeleteRecordsPartition;
import org.apache.kafka.common.message.DeleteRecordsRequestData.DeleteRecordsTopic;
import org.apache.kafka.common.message.DeleteRecordsResponseData;

/** DeleteRecords (KIP-107): moves the log start offset of partitions forward; records before it are gone for good. */
public final class RecordDeletion {
    private final ClusterClient client;

    /** Over this client. */
    public RecordDeletion(ClusterClient client) {
        this.client = client;
    }

    /** What became of a partition. */
    public sealed interface Result {
        /** Its log starts here now. */
        record Deleted(long lowWatermark) implements Result {}

        /** It was left as it was; the protocol's error code. */
        record Refused(short code) implements Result {}
    }

    /** Deletes what is before these offsets, -1 meaning the high watermark; one result for each partition. */
    public Map<TopicPartition, Result> deleteBefore(Map<TopicPartition, Long> offsets) {
        var results = new HashMap<TopicPartition, Result>();
        var errors = new PartitionLeaders(client)
                .ask(offsets.keySet(), (leader, partitions) -> ask(leader, partitions, offsets, results));
        for (var error : errors.entrySet()) {
            results.put(error.getKey(), new Result.Refused(error.getValue()));
        }
        return results;
    }

    private Map<TopicPartition, Short> ask(
            int leader,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> offsets,
            Map<TopicPartition, Result> results) {
        var topics = new LinkedHashMap<String, DeleteRecordsTopic>();
        for (var partition : partitions) {
            var topic = topics.get(partition.topic());
            if (topic == null) {
                topic = new DeleteRecordsTopic().setName(partition.topic());
                topics.put(partition.topic(), topic);
            }
            topic.partitions()
                    .add(new DeleteRecordsPartition()
                            .setPartitionIndex(partition.partition())
                            .setOffset(offsets.getOrDefault(partition, 0L)));
        }
        var answer = client.ask(
                Target.broker(leader),
                new DeleteRecordsRequestData()
                        .setTimeoutMs(client.requestTimeoutMs())
                        .setTopics(new ArrayList<>(topics.values())),
                new DeleteRecordsResponseData());
        var errors = new HashMap<TopicPartition, Short>();
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.name(), row.partitionIndex());
                errors.put(partition, row.errorCode());
                if (row.errorCode() == ErrorCodes.NONE) {
                    results.put(partition, new Result.Deleted(row.lowWatermark()));
                }
            }
        }
        return errors;
    }
}
