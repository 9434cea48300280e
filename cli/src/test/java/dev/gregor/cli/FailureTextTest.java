package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTextTest {
    @TempDir
    private Path folder;

    @Test
    void givenAFileThatCannotBeRead_whenTold_thenTheReasonStandsBeforeThePath() {
        // given
        var missing = folder.resolve("missing");
        var failure = catchThrowable(() -> Files.readString(missing));
        // when
        var text = FailureText.of(failure);
        // then
        assertThat(text).isEqualTo("no such file or folder: " + missing);
        assertThat(FailureText.of(new AccessDeniedException("a"))).isEqualTo("permission denied: a");
        assertThat(FailureText.of(new IOException("a"))).isEqualTo("a");
        assertThat(FailureText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
