package dev.gregor.cli.leader;

import dev.gregor.cli.findings.TopicFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What an election would do to partitions, found without one. */
final class LeaderMoves {
    private LeaderMoves() {}

    /** What would become of a partition. */
    enum Verdict {
        /** Its preferred replica leads it, or will when a move to it is over. */
        STAYS("stays"),
        /** Its preferred replica is in sync and will lead it. */
        MOVES("moves"),
        /** Its preferred replica is not in sync: it stays as it is. */
        PREFERRED_BEHIND("preferred replica is not in sync"),
        /** It has no leader: a preferred election does not help. */
        NO_LEADER("no leader");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A partition.
     *
     * @param leader    empty while it has none
     * @param preferred the first of its replicas
     */
    record Move(TopicPartition partition, Optional<Integer> leader, int preferred, List<Integer> isr, Verdict verdict) {
        /** Whether its preferred replica should lead it, and no election makes it. */
        boolean isStuck() {
            return verdict == Verdict.PREFERRED_BEHIND || verdict == Verdict.NO_LEADER;
        }
    }

    /** These partitions of the topics, in the order of the topics. */
    static List<Move> of(List<TopicFacts> topics, Set<TopicPartition> selected) {
        var moves = new ArrayList<Move>();
        for (var topic : topics) {
            for (var partition : topic.partitions()) {
                var name = new TopicPartition(topic.name(), partition.index());
                if (selected.contains(name) && !partition.replicas().isEmpty()) {
                    int preferred = partition.replicas().get(0);
                    moves.add(new Move(
                            name, partition.leader(), preferred, partition.isr(), verdict(partition, preferred)));
                }
            }
        }
        return moves;
    }

    private static Verdict verdict(TopicFacts.Partition partition, int preferred) {
        if (partition.leader().isEmpty()) {
            return Verdict.NO_LEADER;
        }
        if (partition.leader().get() == preferred || partition.joining().contains(preferred)) {
            return Verdict.STAYS;
        }
        return partition.isr().contains(preferred) ? Verdict.MOVES : Verdict.PREFERRED_BEHIND;
    }
}
