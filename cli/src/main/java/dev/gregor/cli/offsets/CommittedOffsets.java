package dev.gregor.cli.offsets;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchRequestData.OffsetFetchRequestGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData;

/** OffsetFetch of all a group's offsets, in whichever form the coordinator knows: one group or several, topics by name or by id. */
final class CommittedOffsets {
    private static final short OFFSET_FETCH = 9;
    private static final short SEVERAL_GROUPS = 8;

    private final ClusterClient client;

    CommittedOffsets(ClusterClient client) {
        this.client = client;
    }

    Map<TopicPartition, Long> of(String group, Collection<TopicPartition> partitions) {
        var coordinator = Target.groupCoordinator(group);
        var served = client.served(coordinator).get(OFFSET_FETCH);
        var request = new OffsetFetchRequestData();
        if (served != null && served.includes(SEVERAL_GROUPS)) {
            request.setGroups(
                    List.of(new OffsetFetchRequestGroup().setGroupId(group).setTopics(null)));
        } else {
            request.setGroupId(group).setTopics(null);
        }
        var answer = client.ask(coordinator, request, new OffsetFetchResponseData(), CommittedOffsets::errorCode);
        if (errorCode(answer) != ErrorCodes.NONE) {
            throw new ApiErrorException(errorCode(answer), "");
        }
        var wanted = new HashSet<>(partitions);
        return answer.groups().isEmpty() ? single(answer, wanted) : several(answer, wanted);
    }

    private static short errorCode(OffsetFetchResponseData answer) {
        return answer.groups().isEmpty()
                ? answer.errorCode()
                : answer.groups().get(0).errorCode();
    }

    private static Map<TopicPartition, Long> single(OffsetFetchResponseData answer, Set<TopicPartition> wanted) {
        var offsets = new HashMap<TopicPartition, Long>();
        for (var topic : answer.topics()) {
            for (var partition : topic.partitions()) {
                keep(
                        offsets,
                        wanted,
                        new TopicPartition(topic.name(), partition.partitionIndex()),
                        partition.committedOffset());
            }
        }
        return offsets;
    }

    private Map<TopicPartition, Long> several(OffsetFetchResponseData answer, Set<TopicPartition> wanted) {
        var offsets = new HashMap<TopicPartition, Long>();
        var names = new HashMap<Uuid, String>();
        for (var topic : answer.groups().get(0).topics()) {
            boolean byId = !Uuid.ZERO_UUID.equals(topic.topicId());
            if (byId && names.isEmpty()) {
                names.putAll(names(wanted));
            }
            var name = byId ? names.getOrDefault(topic.topicId(), "") : topic.name();
            for (var partition : topic.partitions()) {
                keep(
                        offsets,
                        wanted,
                        new TopicPartition(name, partition.partitionIndex()),
                        partition.committedOffset());
            }
        }
        return offsets;
    }

    private static void keep(
            Map<TopicPartition, Long> offsets, Set<TopicPartition> wanted, TopicPartition partition, long offset) {
        if (offset >= 0 && wanted.contains(partition)) {
            offsets.put(partition, offset);
        }
    }

    private Map<Uuid, String> names(Set<TopicPartition> partitions) {
        var topics = new HashSet<String>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        var asked = new ArrayList<MetadataRequestTopic>();
        topics.forEach(topic -> asked.add(new MetadataRequestTopic().setName(topic)));
        var names = new HashMap<Uuid, String>();
        var answer = client.metadata(new MetadataRequestData().setTopics(asked).setAllowAutoTopicCreation(false));
        answer.topics().forEach(topic -> names.put(topic.topicId(), topic.name()));
        return names;
    }
}
