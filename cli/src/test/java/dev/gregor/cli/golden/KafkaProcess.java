package dev.gregor.cli.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class of Apache Kafka's run in a JVM of its own, with this JVM's class path. */
final class KafkaProcess {
    private KafkaProcess() {}

    static ToolRun run(String mainClass, String[] arguments, String stdin) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        try {
            var files = Files.createTempDirectory("golden");
            var in = Files.writeString(files.resolve("in"), stdin);
            var out = files.resolve("out");
            var err = files.resolve("err");
            int exitCode = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            var run = new ToolRun(Files.readString(out), Files.readString(err), exitCode);
            for (var file : List.of(in, out, err, files)) {
                Files.delete(file);
            }
            return run;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
