package dev.gregor.cli.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final short REQUEST_TIMED_OUT = 7;
    private static final ClusterException REFUSED = new ClusterException("refused");
    private static final ClusterException GONE = new ClusterUnreachableException("gone", new IOException());

    private static final Change FIRST = Change.added("first", "1");
    private static final Change SECOND = Change.added("second", "2");
    private static final Change THIRD = Change.added("third", "3");

    private static Step step(Change change, Optional<ClusterException> failure) {
        return Step.allOrNone(List.of(change), () -> {
            if (failure.isPresent()) {
                throw failure.get();
            }
        });
    }

    private static List<Outcome> execute(Step... steps) {
        return Execution.inSteps(List.of(steps)).execute(Step.changes(List.of(steps)));
    }

    @Test
    void givenAStepThatIsRefused_whenExecuted_thenTheOthersAreMade() {
        assertThat(execute(step(FIRST, Optional.of(REFUSED)), step(SECOND, Optional.empty())))
                .containsExactly(Outcome.failed(FIRST, "refused"), Outcome.done(SECOND));
    }

    @Test
    void givenAClusterThatIsGoneOnTheWay_whenExecuted_thenWhatWasSentMayBeMadeAndTheRestIsNotTried() {
        assertThat(execute(
                        step(FIRST, Optional.empty()), step(SECOND, Optional.of(GONE)), step(THIRD, Optional.empty())))
                .containsExactly(
                        Outcome.done(FIRST),
                        new Outcome(SECOND, Optional.of("gone; it may be made all the same"), true),
                        Outcome.failed(THIRD, "not tried: gone"));
    }

    @Test
    void givenAClusterThatIsGoneAtOnce_whenExecuted_thenThatIsTheFailure() {
        assertThatThrownBy(() -> execute(step(FIRST, Optional.of(GONE)), step(SECOND, Optional.empty())))
                .isSameAs(GONE);
    }

    @Test
    void givenARequestThatTheClusterGaveUp_whenItFails_thenItMayBeMade() {
        // given
        var timedOut = new ApiErrorException(REQUEST_TIMED_OUT, "timed out");
        // when
        var outcome = Outcome.failed(FIRST, timedOut);
        // then
        assertThat(outcome.isFailed()).isTrue();
        assertThat(outcome.mayBeMade()).isTrue();
    }

    @Test
    void givenSteps_whenExecuted_thenEachIsToldOfOnceItIsBehind() {
        // given
        var steps = List.of(Step.allOrNone(List.of(FIRST, SECOND), () -> {}), step(THIRD, Optional.of(REFUSED)));
        var told = new ArrayList<Long>();
        // when
        Execution.inSteps(steps).execute(Step.changes(steps), told::add);
        // then
        assertThat(told).containsExactly(2L, 1L);
    }
}
