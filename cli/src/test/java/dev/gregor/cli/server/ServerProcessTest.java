package dev.gregor.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    private static final ProcessHandle PROCESS = ProcessHandle.current();

    @TempDir
    private Path folder;

    @Test
    void givenOurBrokersAndKafkas_whenLookedAt_thenTheirArgumentsAreKnown() {
        assertThat(argumentsOf("-Dgregor.program=kafka-server-start.sh", "dev.gregor.cli.Main", "a.properties"))
                .contains(List.of("a.properties"));
        assertThat(argumentsOf("-Dgregor.program=gregor", "dev.gregor.cli.Main", "broker", "a.properties"))
                .contains(List.of("a.properties"));
        assertThat(argumentsOf("-cp", "x.jar", "kafka.Kafka", "a.properties", "--override", "x=y"))
                .contains(List.of("a.properties", "--override", "x=y"));
    }

    @Test
    void givenOtherProcesses_whenLookedAt_thenTheyAreNoBrokers() {
        assertThat(argumentsOf("-Dgregor.program=kafka-server-stop.sh", "dev.gregor.cli.Main"))
                .isEmpty();
        assertThat(argumentsOf("-Dgregor.program=gregor", "dev.gregor.cli.Main", "topic", "broker"))
                .isEmpty();
        assertThat(argumentsOf("ax", "|", "grep", "-i", "kafka\\.Kafka")).isEmpty();
    }

    @Test
    void givenAFileAndOverrides_whenAskedForAKey_thenTheOverrideWins() throws IOException {
        // given
        var file = folder.resolve("server.properties");
        Files.writeString(file, "node.id = 7 \nprocess.roles=broker,controller\n");
        var server = new ServerProcess(PROCESS, List.of(file.toString(), "--override", "node.id=8"));
        // then
        assertThat(server.configured("node.id")).contains("8");
        assertThat(server.configured("process.roles")).contains("broker,controller");
        assertThat(server.configured("broker.rack")).isEmpty();
    }

    @Test
    void givenThisProcess_whenItsLineIsRead_thenItsOwnWordsAreThere() {
        assertThat(JvmCommandLine.of(PROCESS)).anyMatch(word -> word.startsWith("-"));
    }

    private static Optional<List<String>> argumentsOf(String... words) {
        return ServerProcess.of(PROCESS, List.of(words)).map(ServerProcess::arguments);
    }
}
