package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTurnsTest {
    private static final Change FIRST = Change.of("group a: orders-0", "5", "0");
    private static final Change SECOND = Change.of("group b: orders-0", "7", "0");
    private static final Change THIRD = Change.of("group b: orders-1", "8", "0");
    private static final Execution DONE =
            changes -> changes.stream().map(Outcome::done).toList();

    private final GroupTurns turns = new GroupTurns();

    private static Execution fails(ClusterException why) {
        return changes -> {
            throw why;
        };
    }

    @Test
    void givenAGroupThatRefuses_whenTheNextHasItsTurn_thenBothAreTold() {
        // when
        turns.take(List.of(FIRST), fails(new ClusterException("not allowed")));
        turns.take(List.of(SECOND, THIRD), DONE);
        // then
        assertThat(turns.outcomes())
                .containsExactly(Outcome.failed(FIRST, "not allowed"), Outcome.done(SECOND), Outcome.done(THIRD));
    }

    @Test
    void givenAClusterThatGoesAwayInBetween_whenTheRestIsDue_thenWhatWasDoneIsToldAndNothingElseIsTried() {
        // given
        turns.take(List.of(FIRST), DONE);
        // when
        turns.take(List.of(SECOND), fails(new ClusterUnreachableException("gone", new IOException())));
        turns.take(List.of(THIRD), DONE);
        // then
        assertThat(turns.outcomes())
                .containsExactly(Outcome.done(FIRST), Outcome.failed(SECOND, "gone"), Outcome.failed(THIRD, "gone"));
    }

    @Test
    void givenAClusterThatIsAwayFromTheStart_whenTheFirstHasItsTurn_thenThatIsThrown() {
        assertThatThrownBy(() ->
                        turns.take(List.of(FIRST), fails(new ClusterUnreachableException("gone", new IOException()))))
                .isInstanceOf(ClusterUnreachableException.class);
    }
}
