package dev.gregor.cli.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a tool of Apache Kafka's in a JVM of its own: for those whose line's reader ends the process by itself. */
final class OwnProcess {
    private OwnProcess() {}

    static ToolRun run(String mainClass, String[] arguments, String stdin) {
        try {
            var folder = Files.createTempDirectory("golden");
            var in = Files.writeString(folder.resolve("in"), stdin);
            var out = folder.resolve("out");
            var err = folder.resolve("err");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-cp",
                    System.getProperty("java.class.path"),
                    mainClass));
            command.addAll(List.of(arguments));
            int exitCode = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            var run = ToolRun.of(
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8),
                    exitCode);
            for (var file : List.of(in, out, err, folder)) {
                Files.delete(file);
            }
            return run;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
