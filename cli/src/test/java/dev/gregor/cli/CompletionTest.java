package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.completion.CompletionScript.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    @ParameterizedTest
    @CsvSource({"bash, gregor.bash", "zsh, _gregor", "fish, gregor.fish"})
    void givenTheCommandsOfToday_whenAScriptIsMade_thenItIsTheOneCheckedIn(Shell shell, String file)
            throws IOException {
        assertThat(Files.readString(Path.of("../completions").resolve(file)))
                .as("run: bin/gregor completion %s > completions/%s", shell, file)
                .isEqualTo(Completion.script(shell));
    }
}
