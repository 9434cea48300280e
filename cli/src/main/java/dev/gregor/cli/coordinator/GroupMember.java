package dev.gregor.cli.coordinator;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A member of a classic, consumer or share group.
 *
 * @param instanceId its static name (KIP-345), if it has one
 * @param assignment the partitions it has, as its coordinator lists them
 * @param target     the partitions it shall have; empty where the protocol has no such thing
 * @param epoch      its epoch (KIP-848, KIP-932)
 * @param upgraded   in a consumer group: whether it speaks the new protocol; empty where the broker does not say
 */
public record GroupMember(
        String id,
        Optional<String> instanceId,
        String clientId,
        String host,
        List<TopicPartition> assignment,
        List<TopicPartition> target,
        Optional<Integer> epoch,
        Optional<Boolean> upgraded) {}
