package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedCommandTest {
    private static final JavaHome JAVA = JavaHome.ofTheEnvironment();

    @TempDir
    private Path parent;

    @Test
    void givenBashsTimes_whenParsed_thenCpuIsUserAndSystem() {
        // when
        var timed = TimedCommand.parse("1.234 0.200 0.050\n", "");
        // then
        assertThat(timed).isEqualTo(new TimedCommand(1.234, 0.25, ""));
    }

    @Test
    void givenACommandThatComputes_whenRun_thenItsCpuAndOutputAreThere() throws Exception {
        // given
        var command = List.of("bash", "-c", "for ((i = 0; i < 100000; i++)); do :; done; echo 'a b'");
        try (var folder = WorkFolder.in(parent)) {
            // when
            var timed = TimedCommand.run(command, "", folder, JAVA);
            // then
            assertThat(timed.output()).isEqualTo("a b\n");
            assertThat(timed.cpuSeconds()).isPositive();
            assertThat(timed.seconds()).isPositive();
        }
        assertThat(Files.list(parent)).isEmpty();
    }

    @Test
    void givenACommandThatFails_whenRun_thenTheErrorHasItsExitCodeAndOutput() throws Exception {
        try (var folder = WorkFolder.in(parent)) {
            assertThatThrownBy(() -> TimedCommand.run(List.of("bash", "-c", "echo why >&2; exit 3"), "", folder, JAVA))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("exit 3")
                    .hasMessageContaining("why");
        }
    }
}
