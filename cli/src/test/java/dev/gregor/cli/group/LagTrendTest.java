package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagTrendTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
    private static final TopicPartition PAYMENTS = new TopicPartition("payments", 0);

    private final LagTrend trend = new LagTrend();

    private static Map<TopicPartition, LagTrend.Progress> at(long position, long lag) {
        return Map.of(ORDERS, new LagTrend.Progress(position, lag));
    }

    @Test
    void givenTheFirstLook_whenAskedForTheHeading_thenThereIsNone() {
        assertThat(trend.look("billing", at(100, 50), 0)).isEmpty();
    }

    @Test
    void givenMoreReadThanWritten_whenLookedAtAgain_thenItSaysWhenTheGroupHasCaughtUp() {
        // given
        trend.look("billing", at(100, 500), 0);
        // when
        var heading = trend.look("billing", at(400, 300), 10_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(300, 10, 30));
        assertThat(heading.secondsToCatchUp()).contains(15L);
    }

    @Test
    void givenMoreWrittenThanRead_whenLookedAtAgain_thenItNeverCatchesUp() {
        // given
        trend.look("billing", at(100, 0), 0);
        // when
        var heading = trend.look("billing", at(110, 90), 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(90, 100, 10));
        assertThat(heading.secondsToCatchUp()).isEmpty();
    }

    @Test
    void givenNothingUnread_whenLookedAtAgain_thenItHasCaughtUpNow() {
        // given
        trend.look("billing", at(100, 10), 0);
        // when
        var heading = trend.look("billing", at(110, 0), 1_000).orElseThrow();
        // then
        assertThat(heading.secondsToCatchUp()).contains(0L);
    }

    @Test
    void givenAGroupThatWasFastLongAgo_whenHalfAMinuteHasPassed_thenOnlyTheRecentRateCounts() {
        // given
        trend.look("billing", at(0, 100_000), 0);
        trend.look("billing", at(90_000, 10_000), 10_000);
        // when
        var heading = trend.look("billing", at(90_300, 9_700), 40_000).orElseThrow();
        // then
        assertThat(heading.readPerSecond()).isEqualTo(10);
        assertThat(heading.secondsToCatchUp()).contains(970L);
    }

    @Test
    void givenAResetToEarlierOffsets_whenLookedAtAgain_thenTheRateIsBelowZeroAndNothingCountsAsWritten() {
        // given
        trend.look("billing", at(1_000, 0), 0);
        // when
        var heading = trend.look("billing", at(0, 1_000), 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(1_000, 0, -1_000));
    }

    @Test
    void givenTwoGroups_whenLookedAt_thenNeitherMovesTheOther() {
        // given
        trend.look("billing", at(0, 10), 0);
        trend.look("audit", at(0, 1_000), 0);
        // when
        var heading = trend.look("billing", at(10, 0), 1_000).orElseThrow();
        // then
        assertThat(heading).isEqualTo(new LagTrend.Heading(0, 0, 10));
    }

    @Test
    void givenAPartitionWhoseLeaderIsAwayForALook_whenItIsBack_thenThatIsNoLeap() {
        // given
        var both = Map.of(ORDERS, new LagTrend.Progress(100, 10), PAYMENTS, new LagTrend.Progress(5_000_000, 7));
        trend.look("billing", both, 0);
        // when
        var away = trend.look("billing", at(110, 10), 1_000).orElseThrow();
        var back = trend.look(
                        "billing",
                        Map.of(ORDERS, new LagTrend.Progress(120, 10), PAYMENTS, new LagTrend.Progress(5_000_020, 7)),
                        2_000)
                .orElseThrow();
        // then
        assertThat(away).isEqualTo(new LagTrend.Heading(10, 10, 10));
        assertThat(back).isEqualTo(new LagTrend.Heading(17, 20, 20));
    }
}
