package dev.gregor.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The names of results' fields are part of the interface: those that {@code docs/cli/fields.md} has stay. Each command's
 * example is run with {@code -o json}; {@code -Dgregor.write=true} writes the page.
 */
class FieldNamesTest {
    private static final Path PAGE = Path.of("../docs/cli/fields.md");
    private static final String HEAD = """
            # Field names
            <!-- Made by FieldNamesTest with -Dgregor.write=true: what each command's example prints with -o json. -->

            As `-o json`, `-o yaml` and `--columns` have them; they keep their names and meanings. Commands that change a cluster
            all have `what`, `from`, `to`, `result` (planned, done, failed) and `error`.

            | command | fields |
            | --- | --- |
            """;

    @TempDir
    private Path folder;

    @Test
    void givenThePublishedFields_whenEachCommandPrintsJson_thenNoneIsGone() throws Exception {
        // when
        var fields = fields();
        // then
        if (Boolean.getBoolean("gregor.write")) {
            Files.writeString(PAGE, page(fields));
        }
        var gone = new ArrayList<String>();
        published()
                .forEach((command, names) -> names.forEach(name -> {
                    if (!fields.getOrDefault(command, Set.of()).contains(name)) {
                        gone.add(command + ": " + name);
                    }
                }));
        assertThat(gone).isEmpty();
        assertThat(published()).isNotEmpty();
    }

    private static String page(SortedMap<String, Set<String>> fields) {
        var page = new StringBuilder(HEAD);
        fields.forEach((command, names) -> page.append("| `")
                .append(command)
                .append("` | `")
                .append(String.join("` `", names))
                .append("` |\n"));
        return page.toString();
    }

    private static SortedMap<String, List<String>> published() throws IOException {
        var published = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(PAGE)) {
            var cells = line.split("\\| ", -1);
            if (line.startsWith("| `gregor")) {
                var names = cells[2].replace("|", "").replace("`", "").strip();
                published.put(cells[1].replace("`", "").strip(), List.of(names.split(" ")));
            }
        }
        return published;
    }

    private SortedMap<String, Set<String>> fields() throws IOException, InterruptedException {
        var fields = new TreeMap<String, Set<String>>();
        var json = new ObjectMapper();
        try (var world = World.ofKafka(folder)) {
            var reference = json.readTree(world.type("gregor help --json").out());
            for (var command : reference.get("commands")) {
                var options = command.get("options").toString();
                boolean changes = options.contains("\"--dry-run\"");
                if (options.contains("\"--columns\"") && !changes) {
                    for (var example : command.get("examples")) {
                        var names = names(
                                json,
                                world.type(asJson(example.get("line").asText())).out());
                        fields.computeIfAbsent(command.get("command").asText(), unseen -> new LinkedHashSet<>())
                                .addAll(names);
                    }
                }
            }
        }
        fields.values().removeIf(Set::isEmpty);
        return fields;
    }

    private static String asJson(String example) {
        return example.replaceAll(" (-o|--output|--columns)[ =][^ ]+", "") + " -o json";
    }

    private static List<String> names(ObjectMapper json, String text) {
        var names = new ArrayList<String>();
        try {
            JsonNode rows = json.readTree(text);
            if (rows.isArray() && !rows.isEmpty()) {
                rows.get(0).fieldNames().forEachRemaining(names::add);
            }
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
        return names;
    }
}
