package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gregor.cli.help.Reference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The commands as data, and the pages made of it. */
class ReferenceTest {
    private static final Path HOME = Path.of("..");
    private final Reference reference = HelpCommand.reference();

    @Test
    void givenTheCommandsOfToday_whenPagesAreMade_thenTheyAreThoseCheckedIn() throws IOException {
        // given
        var stale = new ArrayList<String>();
        // when
        for (var page : reference.files().entrySet()) {
            var file = HOME.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
                stale.add(page.getKey());
            }
        }
        // then
        assertThat(stale).as("stale pages; run: bin/gregor help --write .").isEmpty();
    }

    @Test
    void givenPagesThatAreCheckedIn_whenComparedWithTheCommands_thenNoneIsLeftOver() throws IOException {
        var found = new TreeSet<String>();
        for (var folder : new String[] {"docs/cli", "man"}) {
            try (var files = Files.list(HOME.resolve(folder))) {
                files.forEach(file -> found.add(folder + "/" + file.getFileName()));
            }
        }
        // Made where the commands run: FieldNamesTest.
        found.remove("docs/cli/fields.md");
        assertThat(found).isEqualTo(reference.files().keySet());
    }

    @Test
    void givenEveryCommand_whenReadAsData_thenEachHasADescriptionAndTwoExamples() throws IOException {
        // given
        var text = new StringWriter();
        var out = new PrintWriter(text);
        // when
        reference.printJson(out);
        out.flush();
        // then
        var lacking = new ArrayList<String>();
        for (var command : new ObjectMapper().readTree(text.toString()).get("commands")) {
            boolean isLeaf = command.get("verbs").isEmpty();
            boolean lacksExamples = isLeaf && command.get("examples").size() < 2;
            if (lacksExamples || command.get("description").asText().isEmpty()) {
                lacking.add(command.get("command").asText());
            }
        }
        assertThat(lacking).isEmpty();
    }
}
