package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void givenSeveralTries_whenShared_thenNoneTakesMoreThanItsPart() {
        // given
        var deadline = Deadline.in(60_000);
        // then
        assertThat(deadline.share(3).remainingMs()).isBetween(15_000, 20_000);
        assertThat(deadline.share(1)).isSameAs(deadline);
    }

    @Test
    void givenManyTries_whenShared_thenAPartIsLongEnoughForAHandshakeAndLeavesHalf() {
        assertThat(Deadline.in(10_000).share(10).remainingMs()).isBetween(2_000, 3_000);
        assertThat(Deadline.in(1_000).share(10).remainingMs()).isBetween(1, 500);
    }

    @Test
    void givenAMomentThatHasPassed_whenAsked_thenSocketsStillGetATimeout() {
        // given
        var passed = new Deadline(System.nanoTime() - 1);
        // then
        assertThat(passed.isOver()).isTrue();
        assertThat(passed.remainingMs()).isEqualTo(1);
    }
}
