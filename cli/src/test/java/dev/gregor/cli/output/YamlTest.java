package dev.gregor.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTest {
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "true",
            "Null",
            "no",
            "1",
            "-1",
            "1e3",
            "0x1F",
            "2026-01-01",
            "~",
            "a: b",
            "a #b",
            "- a",
            "? a",
            "é",
            "\u0007",
            "'",
            "\"",
            "\\",
            "a,b",
            "{x}",
            "[x]",
            "*",
            "&a",
            "!a",
            "%a",
            "@-1h",
            "a\nb",
            "a\tb",
            "User:*",
            "=",
            "<default>",
            "`",
            "|",
            ">",
            "a:",
            ":a",
            "org.apache.kafka",
            "/var/lib",
            "orders-0");

    private static Object parsed(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @Test
    void givenAwkwardTexts_whenPrinted_thenAnotherParserReadsTheSame() {
        // given
        var inner = new LinkedHashMap<String, Object>();
        AWKWARD.forEach(text -> inner.put("key " + text, text));
        var fields = Map.of("texts", inner, "list", AWKWARD, "maps", List.of(Map.of("a", 1, "b", List.of(2, 3))));
        var text = new StringWriter();
        var out = new PrintWriter(text);
        // when
        Yaml.print(out, fields, "");
        out.flush();
        // then
        assertThat(parsed(text.toString())).isEqualTo(fields);
        assertThat(parsed(Yaml.flow(fields))).isEqualTo(fields);
    }

    @Test
    void givenRows_whenPrinted_thenTheyAreAListOfMaps() {
        // given
        var text = new StringWriter();
        var out = new PrintWriter(text);
        var rows = List.of(
                new Row().with("name", "a").with("isr", List.of(1, 2)).withDetail("configs", Map.of("k", "1")),
                new Row().with("name", "b").with("leader", Optional.empty()));
        // when
        Yaml.print(out, rows);
        out.flush();
        // then
        assertThat(text).hasToString("""
                - name: a
                  isr: [1, 2]
                  configs:
                    k: "1"
                - name: b
                  leader: null
                """);
    }

    @Test
    void givenAnEmptyMapInAList_whenPrinted_thenAnotherParserReadsTheSame() {
        // given
        Map<String, Object> fields = Map.of("maps", List.of(Map.of(), Map.of("a", 1)));
        var text = new StringWriter();
        // when
        Yaml.print(new PrintWriter(text), fields, "");
        // then
        assertThat(parsed(text.toString())).isEqualTo(fields);
    }

    @Test
    void givenAValueThatIsJson_whenPrinted_thenItIsTheSameInYaml() {
        // given
        var fields = Map.of("value", new JsonValue("{\"id\":7,\"none\":null}"));
        // when
        var text = new StringWriter();
        Yaml.print(new PrintWriter(text), fields, "");
        // then
        var value = new LinkedHashMap<String, Object>();
        value.put("id", 7);
        value.put("none", null);
        assertThat(parsed(text.toString())).isEqualTo(Map.of("value", value));
    }
}
