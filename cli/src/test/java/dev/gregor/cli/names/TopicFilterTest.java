package dev.gregor.cli.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders|orders|true",
                "orders|orders2|false",
                "orders, pay|pay|true",
                "a.b|axb|true",
                "'\"orders\"'|orders|true",
                "o.*|orders|true",
                "rder|orders|false"
            })
    void givenAPattern_whenANameIsTested_thenTheWholeNameDecides(String pattern, String name, boolean allowed) {
        assertThat(TopicFilter.of(Optional.of(pattern), false).allows(name, false))
                .isEqualTo(allowed);
    }

    @Test
    void givenNoPattern_whenInternalTopicsAreExcluded_thenOnlyTheyAreOut() {
        // given
        var filter = TopicFilter.of(Optional.empty(), true);
        // then
        assertThat(filter.allows("orders", false)).isTrue();
        assertThat(filter.allows("__consumer_offsets", true)).isFalse();
    }

    @Test
    void givenABrokenPattern_whenRead_thenTheMessageIsKafkas() {
        assertThatThrownBy(() -> TopicFilter.of(Optional.of("t["), false)).hasMessage("t[ is an invalid regex.");
    }
}
