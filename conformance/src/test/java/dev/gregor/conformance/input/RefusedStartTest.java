package dev.gregor.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** Starts that must not succeed, through the script that operators use: exit 1, one line that says what to do, nothing changed. */
class RefusedStartTest {
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(30);

    @Test
    void givenAPortInUse_whenStarted_thenTheLineNamesItAndNothingIsChanged() throws IOException {
        try (var home = ServerHome.create();
                var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.format(Uuid.randomUuid().toString());
            int port = taken.getLocalPort();
            home.configure(Map.of(
                    "listeners",
                    "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:0",
                    "advertised.listeners",
                    "PLAINTEXT://127.0.0.1:" + port));
            assertRefused(home, Integer.toString(port), "in use");
        }
    }

    @Test
    void givenAFileWhereTheFolderShouldBe_whenStarted_thenTheLineNamesIt() throws IOException {
        try (var home = ServerHome.create()) {
            Files.writeString(home.data(), "not a folder");
            assertRefused(home, home.data().toString());
        }
    }

    @Test
    void givenAFolderThatCannotBeMade_whenStarted_thenTheLineNamesIt() throws IOException {
        try (var home = ServerHome.create(Map.of("log.dirs", "/proc/gregor-data"))) {
            assertRefused(home, "/proc/gregor-data");
        }
    }

    @Test
    void givenFoldersOfTwoClusters_whenStarted_thenTheLineNamesBothIds() throws IOException {
        try (var home = ServerHome.create();
                var other = ServerHome.create()) {
            var one = Uuid.randomUuid().toString();
            var two = Uuid.randomUuid().toString();
            home.format(one);
            other.format(two);
            home.configure(Map.of("log.dirs", home.data() + "," + other.data()));
            var before = contents(other.data());
            assertRefused(home, one, two);
            assertThat(contents(other.data())).isEqualTo(before);
        }
    }

    @Test
    void givenTheFolderOfAnotherNode_whenStarted_thenTheLineSaysWhichNodeIdToSet() throws IOException {
        try (var home = ServerHome.create()) {
            home.format(Uuid.randomUuid().toString());
            home.configure(Map.of("node.id", "7"));
            assertRefused(home, "node.id=1");
        }
    }

    @Test
    void givenAHalfWrittenMetaProperties_whenStarted_thenTheLineNamesIt() throws IOException {
        try (var home = ServerHome.create()) {
            home.format(Uuid.randomUuid().toString());
            var file = home.data().resolve("meta.properties");
            var whole = Files.readString(file);
            Files.writeString(file, whole.substring(0, whole.length() / 3));
            assertRefused(home, file.toString());
        }
    }

    @Test
    void givenAListenerOfTls_whenStarted_thenTheLineSaysThatItIsNotServed() throws IOException {
        try (var home =
                ServerHome.create(Map.of("listener.security.protocol.map", "PLAINTEXT:SSL,CONTROLLER:PLAINTEXT"))) {
            assertRefused(home, "SSL", "not served yet");
        }
    }

    @Test
    void givenAnUnknownKeyAndOneOfZooKeeper_whenStarted_thenEachIsNamedOnce() {
        try (var home = ServerHome.create(Map.of("log.retention.hour", "5", "zookeeper.connect", "localhost:2181"))) {
            // when
            var lines = home.start(ServerKind.GREGOR).output().lines().toList();
            // then
            assertThat(lines)
                    .filteredOn(line -> line.contains("log.retention.hour "))
                    .singleElement()
                    .asString()
                    .contains("did you mean log.retention.hours?");
            assertThat(lines)
                    .filteredOn(line -> line.contains("zookeeper"))
                    .singleElement()
                    .asString()
                    .contains("no longer needed");
        }
    }

    private static void assertRefused(ServerHome home, String... named) throws IOException {
        // given
        var before = contents(home.data());
        // when
        var server = home.launch(ServerKind.GREGOR);
        int exitCode = server.awaitExit(REFUSED_WITHIN);
        // then
        var output = server.output();
        assertThat(exitCode).as(output).isEqualTo(1);
        assertThat(output.lines().filter(line -> line.startsWith("kafka-server-start.sh: ")))
                .singleElement()
                .asString()
                .contains(named);
        assertThat(output).doesNotContain("\tat ");
        assertThat(contents(home.data())).isEqualTo(before);
    }

    /**
     * Each file below a folder, by its bytes; none for a folder that is not there. The empty {@code .lock} is left out: it is
     * taken before anything is read, and whoever removed it could take it from another process.
     */
    private static SortedMap<Path, Integer> contents(Path folder) throws IOException {
        var contents = new TreeMap<Path, Integer>();
        if (!Files.exists(folder)) {
            return contents;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(file -> !file.endsWith(".lock")).toList()) {
                contents.put(file, Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : 0);
            }
        }
        return contents;
    }
}
