package dev.gregor.cli.examples;

import dev.gregor.cli.FreshCluster.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Someone at a shell in a folder: plain lines go to a process that is up already, all else to bash. */
final class User implements AutoCloseable {
    private static final int TIMED_OUT = 124;

    private final Path folder;
    private final Map<String, String> environment;
    private final Process server;
    private final PrintStream requests;
    private final BufferedReader answers;

    User(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        var bin = Files.createDirectories(folder.resolve("bin"));
        var gregor = Files.writeString(
                bin.resolve("gregor"),
                "#!/bin/sh\nexec '" + String.join("' '", java("dev.gregor.cli.Main")) + "' gregor \"$@\"\n");
        gregor.toFile().setExecutable(true);
        var builder = new ProcessBuilder(java(LineServer.class.getName()));
        builder.environment().putAll(environment);
        server = builder.directory(folder.toFile())
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        requests = new PrintStream(server.getOutputStream(), true, StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static List<String> java(String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main);
    }

    /** Types a line and waits until it is over. */
    Result type(String line) throws IOException, InterruptedException {
        if (ShellWords.needsShell(line)) {
            return bash(line);
        }
        var words = ShellWords.of(line);
        requests.println(Base64.getEncoder()
                .encodeToString(
                        String.join("\0", words.subList(1, words.size())).getBytes(StandardCharsets.UTF_8)));
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process ended at: " + line);
        }
        var parts = answer.split(" ", -1);
        return new Result(Integer.parseInt(parts[0]), text(parts[1]), text(parts[2]));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private Result bash(String line) throws IOException, InterruptedException {
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var builder = new ProcessBuilder(new ArrayList<>(List.of("bash", "-o", "pipefail", "-c", line)));
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
        var process = builder.directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        boolean over = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        return new Result(
                over ? process.exitValue() : TIMED_OUT, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    @Override
    public void close() throws InterruptedException {
        requests.close();
        server.destroyForcibly().waitFor();
    }
}
