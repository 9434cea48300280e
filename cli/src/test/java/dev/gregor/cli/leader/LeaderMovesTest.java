package dev.gregor.cli.leader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.findings.TopicFacts;
import dev.gregor.cli.leader.LeaderMoves.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LeaderMovesTest {
    @Test
    void givenPartitionsOfAllKinds_whenAskedWhatAnElectionDoes_thenOnlyThoseThatCanMoveMove() {
        var topic = new TopicFacts(
                "orders",
                false,
                Optional.empty(),
                false,
                List.of(
                        new TopicFacts.Partition(0, Optional.of(1), List.of(1, 2), List.of(1, 2), List.of()),
                        new TopicFacts.Partition(1, Optional.of(1), List.of(2, 1), List.of(1, 2), List.of()),
                        new TopicFacts.Partition(2, Optional.of(1), List.of(2, 1), List.of(1), List.of()),
                        new TopicFacts.Partition(3, Optional.empty(), List.of(2, 1), List.of(2), List.of()),
                        new TopicFacts.Partition(4, Optional.of(1), List.of(2, 1), List.of(1, 2), List.of())));
        // when
        var moves = LeaderMoves.of(List.of(topic), Set.of(partition(0), partition(1), partition(2), partition(3)));
        // then
        assertThat(moves)
                .extracting(LeaderMoves.Move::verdict)
                .containsExactly(Verdict.STAYS, Verdict.MOVES, Verdict.PREFERRED_BEHIND, Verdict.NO_LEADER);
    }

    private static TopicPartition partition(int index) {
        return new TopicPartition("orders", index);
    }
}
