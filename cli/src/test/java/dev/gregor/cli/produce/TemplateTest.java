package dev.gregor.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static String filled(String template) {
        return Template.of(template).fill(7, new SplittableRandom(1), 1_700_000_000_000L);
    }

    @Test
    void givenPlaces_whenFilled_thenEachHasItsKind() {
        assertThat(filled("order {{seq}}, {{ now }} {{time}}"))
                .isEqualTo("order 7, 1700000000000 2023-11-14T22:13:20Z");
        assertThat(filled("{{random:12}}")).matches("[a-z0-9]{12}");
        assertThat(filled("{{number:5:5}}{{number:0}}")).isEqualTo("50");
        assertThat(filled("{{number:-3:3}}")).matches("-?[0-3]");
        assertThat(filled("{{pick:red|green}}")).isIn("red", "green");
        assertThat(UUID.fromString(filled("{{uuid}}")).version()).isEqualTo(4);
        assertThat(filled("no {place}")).isEqualTo("no {place}");
    }

    @Test
    void givenTheSameSeed_whenFilledAgain_thenTheTextIsTheSame() {
        assertThat(filled("{{random:30}}")).isEqualTo(filled("{{random:30}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{seq", "{{nope}}", "{{random}}", "{{random:x}}", "{{random:-1}}", "{{number:5:4}}"})
    void givenAPlaceThatCannotBeFilled_whenRead_thenItIsNamed(String template) {
        assertThatThrownBy(() -> Template.of(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{");
    }
}
