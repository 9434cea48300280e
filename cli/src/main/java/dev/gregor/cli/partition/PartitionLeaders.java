package dev.gregor.cli.partition;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.UnknownBrokerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/**
 * Brings a question about many partitions to their leaders: one request a leader, and again to the new ones where a
 * leader has moved, until all have answered or {@link #PATIENCE_MS} is over. A broker that does not answer within the
 * client's time-out is asked once; its partitions have {@code NETWORK_EXCEPTION} then, unless another leads them by now.
 */
public final class PartitionLeaders {
    /** How long a partition may be without a leader: an election takes less, and who waits longer waits for a broker. */
    static final int PATIENCE_MS = 3_000;

    private static final int FIRST_PAUSE_MS = 50;
    private static final short LEADER_NOT_AVAILABLE = 5;
    private static final short NETWORK_EXCEPTION = 13;
    private static final short OFFSET_NOT_AVAILABLE = 78;

    private final ClusterClient client;
    private final Map<Integer, ClusterException> silent = new HashMap<>();
    private boolean answered;

    /** Over this client, on its thread. */
    public PartitionLeaders(ClusterClient client) {
        this.client = client;
    }

    /** The question to one leader. */
    @FunctionalInterface
    public interface Question {
        /**
         * Asks the broker about these partitions of its own.
         *
         * @return the error code of each; who is not in it is done
         */
        Map<TopicPartition, Short> ask(int leader, List<TopicPartition> partitions);
    }

    /**
     * Asks about all of them.
     *
     * @return the error code of each that got none but errors, or that has no leader or does not exist
     * @throws ClusterUnreachableException when no leader at all answered
     */
    public Map<TopicPartition, Short> ask(Collection<TopicPartition> partitions, Question question) {
        silent.clear();
        answered = false;
        long deadlineNanos = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        int pauseMs = FIRST_PAUSE_MS;
        var failures = new HashMap<TopicPartition, Short>();
        Collection<TopicPartition> open = partitions;
        while (true) {
            var moved = new ArrayList<TopicPartition>();
            int silentBefore = silent.size();
            var round = round(open, question);
            if (silent.size() > silentBefore) {
                // The time went by while they said nothing; others may lead now.
                deadlineNanos = System.nanoTime() + PATIENCE_MS * 1_000_000L;
            }
            for (var partition : open) {
                var code = round.get(partition);
                if (code == null || code == ErrorCodes.NONE) {
                    failures.remove(partition);
                    continue;
                }
                failures.put(partition, code);
                if (mayPass(code)) {
                    moved.add(partition);
                }
            }
            if (moved.isEmpty() || System.nanoTime() - deadlineNanos > 0 || !pause(pauseMs)) {
                throwIfNobodyAnswered();
                return failures;
            }
            pauseMs *= 2;
            open = moved;
        }
    }

    private Map<TopicPartition, Short> round(Collection<TopicPartition> partitions, Question question) {
        var errors = new HashMap<TopicPartition, Short>();
        var leaders = leaders(partitions, errors);
        var byLeader = new TreeMap<Integer, List<TopicPartition>>();
        for (var partition : partitions) {
            var leader = leaders.get(partition);
            if (leader == null) {
                errors.putIfAbsent(partition, ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION);
            } else if (leader < 0 || client.cluster().broker(leader).isEmpty()) {
                errors.put(partition, LEADER_NOT_AVAILABLE);
            } else if (silent.containsKey(leader)) {
                errors.put(partition, NETWORK_EXCEPTION);
            } else {
                byLeader.computeIfAbsent(leader, first -> new ArrayList<>()).add(partition);
            }
        }
        for (var asked : byLeader.entrySet()) {
            errors.putAll(answerOf(asked.getKey(), asked.getValue(), question));
        }
        return errors;
    }

    /** What other leaders said, and did, must not be lost with one that says nothing. */
    private Map<TopicPartition, Short> answerOf(int leader, List<TopicPartition> led, Question question) {
        try {
            var answer = question.ask(leader, led);
            answered = true;
            return answer;
        } catch (ClusterUnreachableException | UnknownBrokerException gone) {
            silent.put(leader, gone);
            var errors = new HashMap<TopicPartition, Short>();
            led.forEach(partition -> errors.put(partition, NETWORK_EXCEPTION));
            return errors;
        }
    }

    private void throwIfNobodyAnswered() {
        for (var gone : silent.values()) {
            if (!answered && gone instanceof ClusterUnreachableException) {
                throw gone;
            }
        }
    }

    private Map<TopicPartition, Integer> leaders(
            Collection<TopicPartition> partitions, Map<TopicPartition, Short> errors) {
        var names = new TreeSet<String>();
        for (var partition : partitions) {
            names.add(partition.topic());
        }
        var topics = new ArrayList<MetadataRequestTopic>();
        for (var name : names) {
            topics.add(new MetadataRequestTopic().setName(name));
        }
        var answer = client.metadata(new MetadataRequestData().setTopics(topics).setAllowAutoTopicCreation(false));
        var refused = new HashMap<String, Short>();
        var leaders = new HashMap<TopicPartition, Integer>();
        for (var topic : answer.topics()) {
            if (topic.errorCode() != ErrorCodes.NONE) {
                refused.put(topic.name(), topic.errorCode());
            }
            for (var partition : topic.partitions()) {
                leaders.put(new TopicPartition(topic.name(), partition.partitionIndex()), partition.leaderId());
            }
        }
        for (var partition : partitions) {
            var code = refused.get(partition.topic());
            if (code != null) {
                errors.put(partition, code);
            }
        }
        return leaders;
    }

    /** A leader that has just been elected does not know its high watermark yet. */
    private static boolean mayPass(short code) {
        return ErrorCodes.isRetriable(code) || code == OFFSET_NOT_AVAILABLE;
    }

    private static boolean pause(int pauseMs) {
        try {
            Thread.sleep(pauseMs);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
