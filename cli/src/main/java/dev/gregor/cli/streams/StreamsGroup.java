package dev.gregor.cli.streams;

import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.protocol.BrokerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Assignment;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.DescribedGroup;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Subtopology;

/** A streams group (KIP-1071) as its coordinator describes it: members, their tasks, and the topology the tasks are of. */
public record StreamsGroup(BrokerNode coordinator, DescribedGroup description) {
    String id() {
        return description.groupId();
    }

    String state() {
        return GroupNames.state(description.groupState());
    }

    boolean isInactive() {
        return state().equals(GroupNames.EMPTY) || state().equals(GroupNames.DEAD);
    }

    /** None as long as the source topics are missing. */
    private List<Subtopology> subtopologies() {
        var topology = description.topology();
        var subtopologies = topology == null ? null : topology.subtopologies();
        return subtopologies == null ? List.of() : subtopologies;
    }

    /** The topics the application reads from that it does not write itself. */
    Set<String> sourceTopics() {
        var topics = new HashSet<String>();
        for (var subtopology : subtopologies()) {
            topics.addAll(subtopology.sourceTopics());
        }
        return topics;
    }

    /** The source topics and those through which the application sends records to itself. */
    Set<String> readTopics() {
        var topics = sourceTopics();
        for (var subtopology : subtopologies()) {
            subtopology.repartitionSourceTopics().forEach(topic -> topics.add(topic.name()));
        }
        return topics;
    }

    /** The topics that the application made for itself. */
    List<String> internalTopics() {
        var sources = sourceTopics();
        var topics = new ArrayList<String>();
        for (var subtopology : subtopologies()) {
            var repartition = new HashSet<String>();
            var changelogs = new HashSet<String>();
            subtopology.repartitionSourceTopics().forEach(topic -> repartition.add(topic.name()));
            subtopology.stateChangelogTopics().forEach(topic -> changelogs.add(topic.name()));
            topics.addAll(repartition);
            topics.addAll(changelogs);
        }
        topics.removeIf(sources::contains);
        return topics;
    }

    /** What the members' active tasks read. */
    Set<TopicPartition> activePartitions() {
        var partitions = new HashSet<TopicPartition>();
        for (var member : description.members()) {
            partitions.addAll(activePartitions(member.assignment()));
        }
        return partitions;
    }

    private Map<String, Set<String>> readTopicsBySubtopology() {
        var topicsBySubtopology = new HashMap<String, Set<String>>();
        for (var subtopology : subtopologies()) {
            var topics = new LinkedHashSet<>(subtopology.sourceTopics());
            subtopology.repartitionSourceTopics().forEach(topic -> topics.add(topic.name()));
            topicsBySubtopology.put(subtopology.subtopologyId(), topics);
        }
        return topicsBySubtopology;
    }

    /** @throws IllegalArgumentException in Kafka's words for a task of a part that the topology does not have */
    private Set<TopicPartition> activePartitions(Assignment assignment) {
        var topicsBySubtopology = readTopicsBySubtopology();
        for (var task : assignment.activeTasks()) {
            if (!topicsBySubtopology.containsKey(task.subtopologyId())) {
                throw new IllegalArgumentException(
                        "Subtopology " + task.subtopologyId() + " not found in group description!");
            }
        }
        return known(assignment, topicsBySubtopology);
    }

    private static Set<TopicPartition> known(Assignment assignment, Map<String, Set<String>> topicsBySubtopology) {
        var partitions = new HashSet<TopicPartition>();
        for (var task : assignment.activeTasks()) {
            for (var topic : topicsBySubtopology.getOrDefault(task.subtopologyId(), Set.of())) {
                for (int partition : task.partitions()) {
                    partitions.add(new TopicPartition(topic, partition));
                }
            }
        }
        return partitions;
    }

    /**
     * The same in the terms of other groups: a member has the partitions that its active tasks read. Tasks are older than the
     * topology when a source topic has gone; those count as none.
     */
    public GroupDescription asDescription() {
        var topics = readTopicsBySubtopology();
        var members = new ArrayList<GroupMember>();
        for (var member : description.members()) {
            members.add(new GroupMember(
                    member.memberId(),
                    Optional.ofNullable(member.instanceId()),
                    member.clientId(),
                    member.clientHost(),
                    List.copyOf(known(member.assignment(), topics)),
                    List.copyOf(known(member.targetAssignment(), topics)),
                    Optional.of(member.memberEpoch()),
                    Optional.of(!member.isClassic())));
        }
        return new GroupDescription(
                id(),
                GroupNames.STREAMS,
                state(),
                "",
                coordinator,
                members,
                Optional.of(description.groupEpoch()),
                Optional.of(description.assignmentEpoch()));
    }
}
