package dev.gregor.cli.produce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ClusterException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesInTurnTest {
    private static final RecordShape SHAPE =
            new RecordShape("orders", Optional.empty(), Optional.empty(), List.of(), true);

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> values(RecordInput input) throws IOException {
        var values = new ArrayList<String>();
        try (input) {
            for (var record = input.next(); record.isPresent(); record = input.next()) {
                var value = record.get().value();
                values.add(value == null ? "null" : new String(value, UTF_8));
            }
        }
        return values;
    }

    @Test
    void givenAFileThatDoesNotEndItsLastLine_whenRead_thenTheNextFilesFirstLineIsALineOfItsOwn() throws IOException {
        // given
        var files = List.of(file("a", "1\n2"), file("none", ""), file("b", "3\n"));
        // then
        assertThat(values(new FilesInTurn(files, in -> new LineInput(in, SHAPE, ""))))
                .containsExactly("1", "2", "3");
    }

    @Test
    void givenJsonInFiles_whenOneIsWrong_thenTheFileIsNamed() throws IOException {
        // given
        var files = List.of(file("a", "{\"value\":\"\"}"), file("b", "[]x"));
        var input = new FilesInTurn(files, in -> new JsonInput(in, SHAPE, topic -> {}));
        // then
        assertThat(input.next().orElseThrow().value()).isNull();
        assertThatThrownBy(input::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("b") + ": record ");
        input.close();
    }

    @Test
    void givenAFileThatCannotBeRead_whenChecked_thenItIsNamedBeforeAnythingIsSent() throws IOException {
        // given
        var there = file("a", "1\n");
        // then
        assertThatThrownBy(() -> FilesInTurn.check(List.of(there, folder.resolve("b"))))
                .isInstanceOf(ClusterException.class)
                .hasMessage("no such file: " + folder.resolve("b"));
        assertThatThrownBy(() -> FilesInTurn.check(List.of(there, folder)))
                .isInstanceOf(ClusterException.class)
                .hasMessage("cannot read " + folder + ": it is a folder");
    }

    @Test
    void givenACarriageReturnWithinALine_whenRead_thenItIsPartOfTheValue() throws IOException {
        // given
        var in = new ByteArrayInputStream("a\rb\r\nc\n\r\r\n".getBytes(UTF_8));
        // then
        assertThat(values(new LineInput(in, SHAPE, ""))).containsExactly("a\rb", "c", "\r");
    }
}
