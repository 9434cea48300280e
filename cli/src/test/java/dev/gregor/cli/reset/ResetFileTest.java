package dev.gregor.cli.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetFileTest {
    private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
    private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);

    @Test
    void givenLinesWithoutGroups_whenReadForOneGroup_thenTheyAreThatGroups() {
        // when
        var plan = ResetFile.parse("orders,0,5\norders,1,7\n", List.of("billing"));
        // then
        assertThat(plan).isEqualTo(Map.of("billing", Map.of(ORDERS_0, 5L, ORDERS_1, 7L)));
    }

    @Test
    void givenLinesWithGroups_whenRead_thenEachIsItsGroups() {
        // when
        var plan = ResetFile.parse("billing,orders,0,5\n\"a,b \"\"c\"\"\",orders,1,7\r\n", List.of("billing", "audit"));
        // then
        assertThat(plan).isEqualTo(Map.of("billing", Map.of(ORDERS_0, 5L), "a,b \"c\"", Map.of(ORDERS_1, 7L)));
    }

    @Test
    void givenLinesWithGroups_whenReadForOneGroup_thenTheyAreReadAsSuch() {
        assertThat(ResetFile.parse("billing,orders,0,5\n", List.of("billing")))
                .isEqualTo(Map.of("billing", Map.of(ORDERS_0, 5L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders,0", "orders,x,5", "orders,0,many", "nonsense"})
    void givenALineThatCannotBeRead_whenRead_thenItIsNamed(String line) {
        assertThatThrownBy(() -> ResetFile.parse(line, List.of("billing"))).hasMessageContaining(line);
    }

    @Test
    void givenANameThatKafkasWriterQuotes_whenWritten_thenItIsQuotedAndReadBack() {
        // given
        var offsets = Map.of("a group with a long name, really", Map.of(ORDERS_0, 5L));
        // when
        var text = ResetFile.text(offsets, true);
        // then
        assertThat(text).isEqualTo("\"a group with a long name, really\",orders,0,5\n");
        assertThat(ResetFile.parse(text, List.of("one", "two"))).isEqualTo(offsets);
    }
}
