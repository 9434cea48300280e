package dev.gregor.cli.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionFilterTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "orders, 7, true",
                "orders:1, 1, true",
                "orders:1, 2, false",
                "orders:1-, 1, true",
                "orders:1-, 0, false",
                "orders:-2, 1, true",
                "orders:-2, 2, false",
                "orders:1-3, 3, false",
                ":1, 1, true",
                "\"pay,ord.*:2\", 2, true",
                "pay, 0, false",
            })
    void givenARule_whenAPartitionOfOrdersIsTried_thenRangesEndBeforeTheirUpperBound(
            String rule, int partition, boolean allowed) {
        assertThat(PartitionFilter.parse(rule).allows("orders", partition)).isEqualTo(allowed);
    }
}
