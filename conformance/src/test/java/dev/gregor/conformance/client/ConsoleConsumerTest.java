package dev.gregor.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.program.Program;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.server.SharedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The console consumer as a process: it ends, whatever it is told. */
@ExtendWith(SharedServer.class)
class ConsoleConsumerTest {
    @TempDir
    private Path folder;

    @Test
    void givenTwoTopics_whenToldToReadThem_thenItEndsWithAnError(RunningServer server) {
        // given
        var consumer = new Program(
                List.of(ServerKind.repository()
                        .resolve("bin/kafka-console-consumer.sh")
                        .toString()),
                "mvn package",
                Optional.empty(),
                Duration.ofSeconds(60));
        // when
        var run = consumer.run(
                folder,
                "--bootstrap-server",
                server.bootstrap(),
                "--topic",
                "one",
                "--topic",
                "two",
                "--max-messages",
                "1");
        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("topic");
    }
}
