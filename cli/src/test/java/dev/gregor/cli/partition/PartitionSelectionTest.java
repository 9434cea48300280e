package dev.gregor.cli.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionSelectionTest {
    private static final Map<String, Integer> TOPICS = Map.of("orders", 2, "orphans", 1, "pay", 3);

    @Test
    void givenTopicsAndPartitions_whenSelected_thenEachIsThereOnce() {
        // when
        var selected = new PartitionSelection(List.of("or*:0", "orders")).among(TOPICS);
        // then
        assertThat(selected)
                .containsExactly(
                        new TopicPartition("orders", 0),
                        new TopicPartition("orphans", 0),
                        new TopicPartition("orders", 1));
    }

    @Test
    void givenNoWords_whenSelected_thenEveryPartitionIsMeant() {
        assertThat(new PartitionSelection(List.of()).among(TOPICS)).hasSize(6);
        assertThat(new PartitionSelection(List.of()).among(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders:2, 2", "orders:x, x", "orders:-1, -1"})
    void givenAPartitionThatIsNot_whenSelected_thenTheMessageTellsThoseThatAre(String word, String number) {
        assertThatThrownBy(() -> new PartitionSelection(List.of(word)).among(TOPICS))
                .hasMessage("no partition '" + number + "' in topic orders (it has 0 to 1)");
    }
}
