package dev.gregor.cli.grouptool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.group.PositionsText;
import dev.gregor.cli.group.Span;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionsTextTest {
    @Test
    void givenPartitionsInNoOrder_whenWritten_thenTopicsAndPartitionsAreSorted() {
        assertThat(PartitionsText.of(List.of(partition("b", 10), partition("a", 1), partition("b", 9))))
                .isEqualTo("a:1;b:9,10");
    }

    @Test
    void givenATopicThatBeginsLikeAnother_whenWritten_thenTheFinishedTextsAreSortedAsInKafka() {
        assertThat(PartitionsText.of(List.of(partition("a", 0), partition("a.b", 0))))
                .isEqualTo("a.b:0;a:0");
    }

    @Test
    void givenPositions_whenWrittenAsALine_thenResetReadsThem() {
        assertThat(PositionsText.resetLine(
                        "billing", "orders", Map.of(partition("orders", 1), 7L, partition("orders", 0), 5L)))
                .containsExactly("group", "reset", "billing", "--topic", "orders", "--to", "0=5,1=7");
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "1, <1s", "999, <1s", "59999, 59s", "185000, 3m05s", "7800000, 2h10m", "370800000, 4d07h"})
    void givenALengthOfTime_whenWritten_thenItHasTwoUnitsAtMost(long ms, String text) {
        assertThat(Span.ofMs(ms)).isEqualTo(text);
    }

    private static TopicPartition partition(String topic, int index) {
        return new TopicPartition(topic, index);
    }
}
