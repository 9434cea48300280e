package dev.gregor.cli.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a cluster at one time; what could not be read is empty, with a line in {@code unread}.
 *
 * @param unread what could not be read, with why
 */
public record ClusterFacts(
        List<Broker> brokers,
        List<TopicFacts> topics,
        List<LogDir> logDirs,
        Optional<Quorum> quorum,
        List<Group> groups,
        List<Hanging> hanging,
        List<String> unread) {
    public ClusterFacts {
        brokers = List.copyOf(brokers);
        topics = List.copyOf(topics);
        logDirs = List.copyOf(logDirs);
        groups = List.copyOf(groups);
        hanging = List.copyOf(hanging);
        unread = List.copyOf(unread);
    }

    /**
     * One broker.
     *
     * @param fenced    registered, but not in the cluster: it is starting, stopping, or gone
     * @param silence   why it does not answer though the cluster counts on it; empty when it does, and for fenced ones
     * @param features  the highest level of each feature that it supports; empty where it could not be asked
     * @param finalized the level of each feature that the cluster uses, as this broker says
     */
    public record Broker(
            int id,
            Optional<String> rack,
            boolean fenced,
            Optional<String> silence,
            Map<String, Integer> features,
            Map<String, Integer> finalized) {
        public Broker {
            features = Map.copyOf(features);
            finalized = Map.copyOf(finalized);
        }
    }

    /**
     * A log directory.
     *
     * @param error       what is wrong with it; empty when nothing is
     * @param totalBytes  of its volume; -1 when not known
     * @param usableBytes what is left of that; -1 when not known
     * @param moving      replicas that are being moved to it
     */
    public record LogDir(
            int broker, String path, Optional<String> error, long totalBytes, long usableBytes, int moving) {}

    /**
     * The controllers.
     *
     * @param leader empty while there is none
     */
    public record Quorum(Optional<Integer> leader, long highWatermark, List<Voter> voters) {
        public Quorum {
            voters = List.copyOf(voters);
        }
    }

    /**
     * A controller that votes.
     *
     * @param lag        records behind the leader
     * @param silentMs   since it last asked the leader for records; 0 for the leader, empty when it never did
     */
    public record Voter(int id, long lag, Optional<Long> silentMs) {}

    /**
     * A group that reads topics, seen twice.
     *
     * @param stateBefore its state when it was looked at first
     * @param lagBefore   records it had not read then; empty when not known
     * @param progress    how far its positions moved in between
     * @param seenMs      how long in between
     */
    public record Group(
            String id,
            String stateBefore,
            String state,
            int members,
            Optional<Long> lagBefore,
            Optional<Long> lag,
            long progress,
            long seenMs) {}

    /**
     * A transaction that is open in a partition, and that nobody will end.
     *
     * @param silentMs since its last record
     */
    public record Hanging(String topic, int partition, long startOffset, long producerId, long silentMs) {}
}
