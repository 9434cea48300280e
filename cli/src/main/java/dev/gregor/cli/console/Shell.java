package dev.gregor.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts lines of the system's shell. */
final class Shell {
    private Shell() {}

    /** A process that has the terminal; without a line the user's own shell. */
    static Process attached(String line, Redirect input) throws IOException {
        var shell = System.getenv().getOrDefault("SHELL", "sh");
        var builder = line.isEmpty() ? new ProcessBuilder(shell) : new ProcessBuilder("sh", "-c", line);
        return builder.inheritIO().redirectInput(input).start();
    }

    /** A process that reads what is written to it. */
    static Process reading(String line) throws IOException {
        return new ProcessBuilder("sh", "-c", line)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** The console's line as one of the shell, for {@code gregor} in a process of its own. */
    static String lineOf(ConsoleLine line) {
        var text = new StringBuilder(quoted(launcher()));
        line.words().forEach(word -> text.append(' ').append(quoted(word)));
        line.output()
                .ifPresent(
                        target -> text.append(target.appends() ? " >> " : " > ").append(quoted(target.file())));
        line.pipe().ifPresent(pipe -> text.append(" | ").append(pipe));
        return text.toString();
    }

    /** {@code bin/gregor} of the folder we run from, else the one in {@code PATH}. */
    private static String launcher() {
        var source = Shell.class.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation().getProtocol().equals("file")) {
            var folder = Path.of(URI.create(source.getLocation().toString()));
            while (folder != null && !Files.isExecutable(folder.resolve("bin").resolve("gregor"))) {
                folder = folder.getParent();
            }
            if (folder != null) {
                return folder.resolve("bin").resolve("gregor").toString();
            }
        }
        return "gregor";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
