package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTrendTest {
    private final LagTrend trend = new LagTrend();

    @Test
    void givenTheFirstLook_whenAskedForTheHeading_thenThereIsNone() {
        assertThat(trend.look("billing", 100, 50, 0)).isEmpty();
    }

    @Test
    void givenMoreReadThanWritten_whenLookedAtAgain_thenItSaysWhenTheGroupHasCaughtUp() {
        // given
        trend.look("billing", 100, 500, 0);
        // when
        var heading = trend.look("billing", 400, 300, 10_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(300, 10, 30));
        assertThat(heading.secondsToCatchUp()).contains(15L);
    }

    @Test
    void givenMoreWrittenThanRead_whenLookedAtAgain_thenItNeverCatchesUp() {
        // given
        trend.look("billing", 100, 0, 0);
        // when
        var heading = trend.look("billing", 110, 90, 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(90, 100, 10));
        assertThat(heading.secondsToCatchUp()).isEmpty();
    }

    @Test
    void givenNothingUnread_whenLookedAtAgain_thenItHasCaughtUpNow() {
        // given
        trend.look("billing", 100, 10, 0);
        // when
        var heading = trend.look("billing", 110, 0, 1_000).orElseThrow();
        // then
        assertThat(heading.secondsToCatchUp()).contains(0L);
    }

    @Test
    void givenAGroupThatWasFastLongAgo_whenHalfAMinuteHasPassed_thenOnlyTheRecentRateCounts() {
        // given
        trend.look("billing", 0, 100_000, 0);
        trend.look("billing", 90_000, 10_000, 10_000);
        // when
        var heading = trend.look("billing", 90_300, 9_700, 40_000).orElseThrow();
        // then
        assertThat(heading.readPerSecond()).isEqualTo(10);
        assertThat(heading.secondsToCatchUp()).contains(970L);
    }

    @Test
    void givenAResetToEarlierOffsets_whenLookedAtAgain_thenTheRateIsBelowZeroAndNothingCountsAsWritten() {
        // given
        trend.look("billing", 1_000, 0, 0);
        // when
        var heading = trend.look("billing", 0, 1_000, 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(1_000, 0, -1_000));
    }

    @Test
    void givenTwoGroups_whenLookedAt_thenNeitherMovesTheOther() {
        // given
        trend.look("billing", 0, 10, 0);
        trend.look("audit", 0, 1_000, 0);
        // when
        var heading = trend.look("billing", 10, 0, 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(0, 0, 10));
    }
}
