package dev.gregor.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void givenJson_whenRead_thenValuesKeepTheirTypes() {
        assertThat(JsonText.read(" {\"a\" : [1, -2.5e1, true, false, {}, []], \"b\":\"x\\\"\\n\\u00e9/\"} "))
                .isEqualTo(Map.of("a", List.of(1L, -25.0, true, false, Map.of(), List.of()), "b", "x\"\né/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1 2]",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "tru",
                "1 2",
                "null",
                "-"
            })
    void givenWhatIsNoJson_whenRead_thenTheLineIsNamed(String text) {
        assertThatThrownBy(() -> JsonText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 1: expected ");
    }
}
