package dev.gregor.broker.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.config.BrokerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDirectoriesTest {
    @TempDir
    private Path folder;

    @Test
    void givenEmptyFolders_whenPrepared_thenAllAreFormattedForOneCluster() throws IOException {
        // given
        var settings = settings(1, folder.resolve("a"), folder.resolve("b"));
        // when
        var storage = new LogDirectories(settings).prepare();
        // then
        assertThat(storage.formattedNow()).isTrue();
        assertThat(storage.directoryIds()).containsOnlyKeys(folder.resolve("a"), folder.resolve("b"));
        assertThat(folder.resolve("b/meta.properties"))
                .content()
                .contains("version=1", "node.id=1", "cluster.id=" + storage.clusterId());
        assertThat(new LogDirectories(settings).prepare())
                .isEqualTo(new FormattedStorage(storage.clusterId(), storage.directoryIds(), false));
    }

    @Test
    void givenOneMoreFolder_whenPrepared_thenItJoinsTheOthersCluster() {
        // given
        var before = new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        // when
        var after = new LogDirectories(settings(1, folder.resolve("a"), folder.resolve("b"))).prepare();
        // then
        assertThat(after.clusterId()).isEqualTo(before.clusterId());
        assertThat(after.directoryIds())
                .containsAllEntriesOf(before.directoryIds())
                .hasSize(2);
    }

    @Test
    void givenAnEmptyFolderBesideOneWithData_whenPrepared_thenItIsTakenForADiskThatIsNotMounted() throws IOException {
        // given
        new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        Files.createDirectories(folder.resolve("a/orders-0"));
        var before = contents();
        // when, then
        assertThatThrownBy(() -> new LogDirectories(settings(1, folder.resolve("a"), folder.resolve("b"))).prepare())
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining(folder.resolve("b") + " is empty but " + folder.resolve("a") + " holds data")
                .hasMessageContaining("kafka-storage.sh format --ignore-formatted");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givenAFolderOfAnotherNode_whenPrepared_thenItIsRefusedAndNothingChanges() throws IOException {
        // given
        new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        var before = contents();
        // when, then
        assertThatThrownBy(() -> new LogDirectories(settings(2, folder.resolve("a"), folder.resolve("b"))).prepare())
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining("belongs to node 1, this is node 2")
                .hasMessageContaining("set node.id=1");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givenFoldersOfTwoClusters_whenPrepared_thenTheyAreRefused() throws IOException {
        // given
        new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        new LogDirectories(settings(1, folder.resolve("b"))).prepare();
        var before = contents();
        // when, then
        assertThatThrownBy(() -> new LogDirectories(settings(1, folder.resolve("a"), folder.resolve("b"))).prepare())
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining("belong to two clusters");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givenAHalfWrittenFile_whenPrepared_thenItIsRefusedAndKept() throws IOException {
        // given
        var file = Files.createDirectories(folder.resolve("a")).resolve("meta.properties");
        Files.writeString(file, "#\nnode.id=1\nvers");
        var before = contents();
        // when, then
        assertThatThrownBy(() -> new LogDirectories(settings(1, folder.resolve("a"))).prepare())
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining("damaged or half-written")
                .hasMessageContaining("nothing was changed")
                .message()
                .doesNotContain("\n");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givenDataWithoutTheFile_whenPrepared_thenItIsRefused() throws IOException {
        // given
        Files.createDirectories(folder.resolve("a/orders-0"));
        // when, then
        assertThatThrownBy(() -> new LogDirectories(settings(1, folder.resolve("a"))).prepare())
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining("is not empty (orders-0)");
        assertThat(folder.resolve("a/meta.properties")).doesNotExist();
    }

    @Test
    void givenAnInterruptedFormatting_whenPrepared_thenItIsRepeated() throws IOException {
        // given
        new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        Files.delete(folder.resolve("a/meta.properties"));
        // when
        var storage = new LogDirectories(settings(1, folder.resolve("a"))).prepare();
        // then
        assertThat(storage.formattedNow()).isTrue();
    }

    @Test
    void givenAFolderInUse_whenLocked_thenItIsRefused() {
        // given
        try (var first = DirectoryLocks.acquire(List.of(folder))) {
            // when, then
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DirectoryLocks.acquire(List.of(folder)))
                    .isInstanceOf(UnusableStorageException.class)
                    .hasMessageContaining("is in use by another broker");
        }
        DirectoryLocks.acquire(List.of(folder)).close();
    }

    @Test
    void givenAnEmptyFolder_whenFormattedAndDescribed_thenTheOutputIsKafkas() {
        // given
        var settings = settings(1, folder.resolve("a"));
        var format = new StorageFormat.Format(
                "Y0NpX1vPTlO3kGyQd0JOHg",
                false,
                new StorageFormat.Voters.Standalone(),
                Optional.empty(),
                List.of(),
                List.of());
        // when
        var formatted = printed(out -> StorageFormat.format(settings, format, out));
        var described =
                printed(out -> assertThat(StorageFormat.info(settings, out)).isZero());
        // then
        assertThat(formatted)
                .contains("Formatting dynamic metadata voter directory " + folder.resolve("a")
                        + " with metadata.version 4.3-IV0.");
        assertThat(described)
                .startsWith("Found log directory:\n  " + folder.resolve("a") + "\n\nFound metadata: {cluster.id="
                        + "Y0NpX1vPTlO3kGyQd0JOHg, directory.id=")
                .endsWith(", node.id=1, version=1}\n\n");
        assertThatThrownBy(() -> StorageFormat.format(settings, format, System.out))
                .isInstanceOf(UnusableStorageException.class)
                .hasMessage("Log directory " + folder.resolve("a")
                        + " is already formatted. Use --ignore-formatted to ignore this directory and format the"
                        + " others.");
    }

    @Test
    void givenNothingFormatted_whenDescribed_thenTheProblemIsTold() {
        // when
        var described = printed(out -> assertThat(StorageFormat.info(settings(1, folder.resolve("x")), out))
                .isEqualTo(1));
        // then
        assertThat(described).isEqualTo("Found problem:\n  " + folder.resolve("x") + " does not exist\n\n");
    }

    private static String printed(java.util.function.Consumer<PrintStream> work) {
        var bytes = new ByteArrayOutputStream();
        work.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static QuorumSettings settings(int nodeId, Path... directories) {
        var names = new StringBuilder();
        for (var directory : directories) {
            names.append(names.isEmpty() ? "" : ",").append(directory);
        }
        return BrokerConfig.of(Map.of(
                        "node.id", String.valueOf(nodeId),
                        "log.dirs", names.toString(),
                        "listeners", "PLAINTEXT://127.0.0.1:0"))
                .quorum();
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
