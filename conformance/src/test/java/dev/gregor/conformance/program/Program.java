package dev.gregor.conformance.program;

import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that can be run with a time limit; its output goes to files, since it may be large.
 *
 * @param command the words before the arguments of a run
 * @param missing what to install when the program cannot be started
 * @param input the file that is its standard input, if any
 * @param timeout after which it is killed, and the test fails
 */
public record Program(List<String> command, String missing, Optional<Path> input, Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    public Program {
        command = List.copyOf(command);
    }

    /** kcat, which is librdkafka in C. */
    public static Program kcat() {
        return new Program(List.of("kcat"), "conformance/install-clients", Optional.empty(), TIMEOUT);
    }

    /** A script of {@code src/test/python} under the Python that apt's packages belong to. */
    public static Program python(String script, String aptPackage) {
        return new Program(
                List.of(
                        "/usr/bin/python3",
                        module().resolve("src/test/python").resolve(script).toString()),
                "conformance/install-clients (apt: " + aptPackage + ")",
                Optional.empty(),
                TIMEOUT);
    }

    /** A script of {@code src/test/js}, with the packages of its {@code package-lock.json} installed. */
    public static Program node(String script) {
        return new Program(
                List.of("node", NodePackages.installed().resolve(script).toString()),
                "conformance/install-clients",
                Optional.empty(),
                TIMEOUT);
    }

    /** One of Apache Kafka's own command line tools, by its main class. */
    public static Program kafkaTool(String mainClass) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Program(
                List.of(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass),
                "a JDK",
                Optional.empty(),
                TIMEOUT);
    }

    public Program reading(Path file) {
        return new Program(command, missing, Optional.of(file), timeout);
    }

    public Program within(Duration limit) {
        return new Program(command, missing, input, limit);
    }

    /** Runs to the end. @param folder where the output goes */
    public ProgramRun run(Path folder, String... arguments) {
        var words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        try {
            var stdout = Files.createTempFile(folder, "stdout-", ".txt");
            var stderr = Files.createTempFile(folder, "stderr-", ".txt");
            var builder =
                    new ProcessBuilder(words).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
            input.ifPresent(file -> builder.redirectInput(file.toFile()));
            return new ProgramRun(words, exitCode(start(builder), words, stderr), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path module() {
        return ServerKind.repository().resolve("conformance");
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            var process = builder.start();
            process.getOutputStream().close(); // no-op when the input is a file
            return process;
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " cannot be started; this test needs it: " + missing, e);
        }
    }

    private int exitCode(Process process, List<String> words, Path stderr) throws IOException {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Not done within " + timeout + ": " + words + "\n" + Files.readString(stderr));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
