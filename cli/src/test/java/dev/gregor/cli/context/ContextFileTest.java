package dev.gregor.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.context.Context.Care;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFileTest {
    private static final Context PROD = new Context(
            "prod",
            "a:9092,b:9092",
            Optional.of("/etc/client \"properties\""),
            Map.of("client.id", "ops", "sasl.jaas.config", "X required password=\"${env:PW}\";"),
            Care.PROTECTED,
            Optional.of("id"));
    private static final Context DEV =
            new Context("dev", "localhost:9092", Optional.empty(), Map.of(), Care.NORMAL, Optional.empty());

    @TempDir
    private Path folder;

    private ContextFile file() {
        return new ContextFile(folder.resolve("below/contexts.json"));
    }

    @Test
    void givenContexts_whenWritten_thenTheyReadTheSameAndOnlyTheOwnerMay() throws IOException {
        // given
        var contexts = Contexts.none().with(PROD).with(DEV).using("dev");
        // when
        file().write(contexts);
        // then
        assertThat(file().read()).isEqualTo(contexts);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("below/contexts.json"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("below")).isDirectoryContaining("glob:**/contexts.json");
        assertThat(folder.resolve("below").toFile().list()).hasSize(1);
    }

    @Test
    void givenALinkedFile_whenWritten_thenTheLinkStays() throws IOException {
        // given
        var kept = Files.createDirectories(folder.resolve("kept")).resolve("mine.json");
        Files.writeString(kept, "{}");
        Files.createDirectories(folder.resolve("below"));
        Files.createSymbolicLink(folder.resolve("below/contexts.json"), kept);
        // when
        file().write(Contexts.none().with(DEV));
        // then
        assertThat(folder.resolve("below/contexts.json")).isSymbolicLink();
        assertThat(Files.readString(kept)).contains("localhost:9092");
    }

    @Test
    void givenAHistoryThatOthersMayRead_whenPrepared_thenTheyNoLongerMayAndItIsKept() throws IOException {
        // given
        var history = Files.writeString(folder.resolve("history"), "topic list\n");
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-r--r--"));
        // when
        PrivateFile.prepare(history);
        // then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(history).hasContent("topic list\n");
    }

    @Test
    void givenABrokenFile_whenRead_thenTheFileAndTheLineAreNamed() throws IOException {
        // given
        var broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"contexts\": {\n    oops\n");
        // when, then
        assertThatThrownBy(() -> new ContextFile(broken).read())
                .isInstanceOf(ClusterException.class)
                .hasMessage("cannot read the contexts in " + broken + ": line 3: expected a name in quotes");
    }

    @Test
    void givenTheCurrentContext_whenRenamedAndRemoved_thenCurrentFollows() {
        // given
        var contexts = Contexts.none().with(PROD).with(DEV);
        // when
        var renamed = contexts.renamed("prod", "live");
        // then
        assertThat(renamed.current()).contains("live");
        assertThat(renamed.names()).containsExactly("live", "dev");
        assertThat(renamed.without("live").current()).isEmpty();
        assertThatThrownBy(() -> renamed.named("lvie")).hasMessage("no context 'lvie'; did you mean 'live'?");
    }
}
