package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/gregor} as a process: how it finds itself, the JVM and the archive. */
class LauncherProcessTest {
    private static final Path HOME =
            Path.of(System.getProperty("gregor.home")).toAbsolutePath().normalize();
    private static final String VERSION = "gregor 0.1.0 (Apache Kafka 4.3.1)\n";

    @TempDir
    private Path folder;

    private record Result(int exitCode, String out, String err) {}

    private Result run(Map<String, String> environment, Path program, String... arguments)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void givenAChainOfLinksAndSpaces_whenCalledFromAnotherFolder_thenItFindsItsHome() throws Exception {
        // given
        var spaced = Files.createDirectory(folder.resolve("a folder"));
        var inner = Files.createSymbolicLink(spaced.resolve("inner"), HOME.resolve("bin/gregor"));
        Files.createSymbolicLink(spaced.resolve("gregor"), inner.getFileName());
        var outer = Files.createSymbolicLink(folder.resolve("gregor"), Path.of("a folder/gregor"));
        // when
        var result = run(Map.of(), outer, "--version");
        // then
        assertThat(result).isEqualTo(new Result(0, VERSION, ""));
    }

    @Test
    void givenALinkOfADropInsName_whenCalled_thenItIsThatDropIn() throws Exception {
        // when
        var result = run(Map.of(), HOME.resolve("bin/kafka-topics.sh"), "--list", "--describe");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith(
                        "Command must include exactly one action: --list, --describe, --create, --alter or --delete\n");
    }

    @Test
    void givenAJavaHomeWithoutJava_whenCalled_thenItSaysSo() throws Exception {
        // when
        var result = run(Map.of("JAVA_HOME", folder.toString()), HOME.resolve("bin/gregor"), "--version");
        // then
        assertThat(result)
                .isEqualTo(new Result(
                        1,
                        "",
                        "gregor: JAVA_HOME is " + folder
                                + ", but there is no bin/java in it. Unset it, or set it to a JDK 17"
                                + " or newer.\n"));
    }

    @Test
    void givenAnOldJava_whenCalled_thenItNamesTheVersion() throws Exception {
        // given
        var java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        // when
        var result = run(Map.of("JAVA_HOME", folder.toString()), HOME.resolve("bin/gregor"), "--version");
        // then
        assertThat(result)
                .isEqualTo(new Result(
                        1, "", "gregor: " + java + " is Java 11; Gregor needs 17 or newer. Set JAVA_HOME.\n"));
    }

    @Test
    void givenAnArchiveThatIsNone_whenCalled_thenItIsLeftOutWithoutAWord() throws Exception {
        // given
        var copy = copyOfHome();
        Files.writeString(copy.resolve("cli/target/gregor/tool.archive"), "not an archive");
        // when
        var result = run(Map.of(), copy.resolve("bin/gregor"), "--version");
        // then
        assertThat(result).isEqualTo(new Result(0, VERSION, ""));
    }

    @Test
    void givenAFolderThatWasMoved_whenCalled_thenTheArchiveOfTheOldPlaceIsLeftOutWithoutAWord() throws Exception {
        // given
        var copy = copyOfHome();
        // when
        var result = run(Map.of(), copy.resolve("bin/gregor"), "--version");
        // then
        assertThat(result).isEqualTo(new Result(0, VERSION, ""));
    }

    @Test
    void givenKafkasVariables_whenCalled_thenTheyReachTheJvm() throws Exception {
        // when
        var result = run(
                Map.of("KAFKA_HEAP_OPTS", "-Xmx64m", "KAFKA_OPTS", "-Da=b -XX:+PrintCommandLineFlags"),
                HOME.resolve("bin/gregor"),
                "--version");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("-XX:MaxHeapSize=67108864").endsWith(VERSION);
    }

    @Test
    void givenAReaderThatLeavesEarly_whenMuchIsPrinted_thenItEndsWithoutAWord() throws Exception {
        // when
        var result = run(
                Map.of(),
                Path.of("/bin/bash"),
                "-o",
                "pipefail",
                "-c",
                "'" + HOME.resolve("bin/gregor") + "' help --json | head -1");
        // then
        assertThat(result).isEqualTo(new Result(0, "{\n", ""));
    }

    @Test
    void givenALinkWithoutTheEnding_whenCalled_thenItIsTheProgramBehindIt() throws Exception {
        // given: as packages of Kafka call them, and as someone in a hurry does
        var packaged = Files.createSymbolicLink(folder.resolve("kafka-storage"), HOME.resolve("bin/kafka-storage.sh"));
        var hurried = Files.createSymbolicLink(folder.resolve("kt"), HOME.resolve("bin/kafka-topics.sh"));
        // when
        var storage = run(Map.of(), packaged, "random-uuid");
        var topics = run(Map.of(), hurried, "--version");
        // then
        assertThat(storage.err()).isEmpty();
        assertThat(storage.exitCode()).isZero();
        assertThat(topics).isEqualTo(new Result(0, "4.3.1 (Gregor 0.1.0)\n", ""));
    }

    @Test
    void givenADiskThatIsFull_whenResultsGoThere_thenItSaysSoAndFails() throws Exception {
        // when
        var result =
                run(Map.of(), Path.of("/bin/sh"), "-c", "'" + HOME.resolve("bin/gregor") + "' help --json >/dev/full");
        // then
        assertThat(result)
                .isEqualTo(new Result(
                        1, "", "The results are not complete: stdout cannot be written to: No space left on device\n"));
    }

    @Test
    void givenANameThatIsMissing_whenAServerIsStarted_thenItSaysSo() throws Exception {
        // when
        var result = run(Map.of(), HOME.resolve("bin/connect-distributed.sh"), "-name");
        // then
        assertThat(result)
                .isEqualTo(new Result(1, "", "connect-distributed.sh: -name needs the name that the log files get.\n"));
    }

    /** bin/ and the built programs, elsewhere. */
    private Path copyOfHome() throws IOException, InterruptedException {
        var copy = folder.resolve("elsewhere");
        Files.createDirectories(copy.resolve("cli/target"));
        for (var part : List.of("bin", "cli/target/gregor")) {
            var copied = new ProcessBuilder(
                            "cp",
                            "-rp",
                            HOME.resolve(part).toString(),
                            copy.resolve(part).toString())
                    .start()
                    .waitFor();
            assertThat(copied).isZero();
        }
        return copy;
    }
}
