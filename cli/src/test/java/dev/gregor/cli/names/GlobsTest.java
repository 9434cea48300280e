package dev.gregor.cli.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
    @ParameterizedTest
    @CsvSource({
        "*, orders, true",
        "ord*s, orders, true",
        "ord*s, ordersx, false",
        "*r*r*, orders, true",
        "*x*, orders, false",
        "?rders, orders, true",
        "orders?, orders, false",
        "orders*, orders, true"
    })
    void givenAGlob_whenMatched_thenTheWholeNameCounts(String glob, String name, boolean matches) {
        assertThat(Globs.matches(glob, name)).isEqualTo(matches);
    }

    @Test
    void givenNamesAndGlobs_whenExpanded_thenEachIsThereOnceInTheOrderTyped() {
        assertThat(Globs.expand("topic", List.of("b", "a*", "ab"), List.of("ac", "b", "ab")))
                .containsExactly("b", "ab", "ac");
    }

    @Test
    void givenANameThatDoesNotExist_whenExpanded_thenTheNearestIsNamed() {
        var existing = List.of("orders", "payments");
        assertThatThrownBy(() -> Globs.expand("topic", List.of("odrers"), existing))
                .hasMessage("no topic 'odrers'; did you mean 'orders'?");
        assertThatThrownBy(() -> Globs.expand("topic", List.of("x*"), existing)).hasMessage("no topic fits 'x*'.");
    }
}
