package dev.gregor.cli.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the archives beside {@code lib/} in the folder given as the first argument; with {@code skip} as the second it only
 * marks the build as done. An archive that cannot be made is left out: programs then start slower, nothing else.
 *
 * <p>Leaves the file {@code archives} for the launcher: the java they were made for, and the option that takes one.
 */
public final class ArchiveBuild {
    private static final int AOT_CACHE_SINCE = 25;
    private static final int TIMEOUT_SECONDS = 120;

    private final Path folder;
    private final Path java;

    private ArchiveBuild(Path folder, Path java) {
        this.folder = folder;
        this.java = java;
    }

    /** Makes the archives of a build, see above. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        Files.deleteIfExists(folder.resolve("archives"));
        boolean skip = arguments.length > 1 && arguments[1].equals("true");
        if (!skip) {
            new ArchiveBuild(folder, launchersJava()).make();
        }
        Files.writeString(folder.resolve("built"), "");
    }

    /** The java that the launcher will take, by the same rules. */
    private static Path launchersJava() {
        var home = System.getenv("JAVA_HOME");
        if (home != null && !home.isEmpty()) {
            return Path.of(home, "bin", "java");
        }
        for (var entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var candidate = Path.of(entry, "java");
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private void make() throws IOException, InterruptedException {
        // This program runs on Maven's JVM, which need not be the launcher's.
        int release = releaseOf(java);
        boolean made = make(Kind.TOOL, release);
        made |= make(Kind.BROKER, release);
        if (made) {
            var option = release >= AOT_CACHE_SINCE ? "-XX:AOTCache" : "-XX:SharedArchiveFile";
            Files.write(folder.resolve("archives"), List.of(java.toString(), option));
        }
    }

    private static int releaseOf(Path java) throws IOException, InterruptedException {
        var process = new ProcessBuilder(java.toString(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        int release = Runtime.version().feature();
        for (var line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            var property = line.strip();
            if (property.startsWith("java.specification.version = ")) {
                release = Integer.parseInt(property.substring(property.lastIndexOf(' ') + 1));
            }
        }
        process.waitFor();
        return release;
    }

    private boolean make(Kind kind, int release) throws IOException, InterruptedException {
        var archive = folder.resolve(kind.label + ".archive");
        var notes = folder.resolve(kind.label + ".classes");
        Files.deleteIfExists(archive);
        boolean aot = release >= AOT_CACHE_SINCE;
        var training = new ArrayList<String>();
        training.add(aot ? "-XX:AOTMode=record" : "-Xshare:auto");
        training.add((aot ? "-XX:AOTConfiguration=" : "-XX:DumpLoadedClassList=") + notes);
        training.addAll(kind.options);
        training.addAll(List.of("-cp", classPath(kind), Training.class.getName(), kind.label));
        var dump = new ArrayList<String>();
        if (aot) {
            dump.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + archive));
        } else {
            dump.addAll(
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + notes, "-XX:SharedArchiveFile=" + archive));
        }
        // The collector decides how the archived heap objects are laid out for JDK 25; JDK 17 dumps them with G1 only.
        dump.addAll(aot ? kind.options : List.of());
        dump.addAll(List.of("-cp", classPath(kind)));
        boolean made = run(kind, "training", training) && run(kind, "dump", dump) && Files.exists(archive);
        if (!made) {
            System.err.println("No class-data archive for " + kind.label + " programs: they start slower. See "
                    + folder.resolve(kind.label + ".log"));
            Files.deleteIfExists(archive);
        }
        Files.deleteIfExists(notes);
        return made;
    }

    /** In the launcher's order; the archive holds for no other. */
    private String classPath(Kind kind) throws IOException {
        var jars = new ArrayList<String>();
        for (var lib : kind.libs) {
            try (var files = Files.newDirectoryStream(folder.resolve("lib").resolve(lib), "*.jar")) {
                var names = new ArrayList<String>();
                files.forEach(file -> names.add(file.toString()));
                names.sort(null);
                jars.addAll(names);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private boolean run(Kind kind, String step, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(arguments);
        var log = folder.resolve(kind.label + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                step.equals("training") ? ProcessBuilder.Redirect.to(log) : ProcessBuilder.Redirect.appendTo(log));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var home = Files.createTempDirectory("gregor-training-home");
        try {
            settleIn(home, builder.environment());
            var process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** The contexts and undo files of a training are its own: those of whoever builds are neither heeded nor touched. */
    private static void settleIn(Path home, Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GREGOR_"));
        for (var folder : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
            environment.put(folder, home.toString());
        }
    }

    /** A kind of program, as the launcher tells them apart. */
    private enum Kind {
        TOOL("tool", List.of("tool"), List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
        BROKER("broker", List.of("tool", "broker"), List.of("-XX:+UseSerialGC"));

        private final String label;
        private final List<String> libs;
        private final List<String> options;

        Kind(String label, List<String> libs, List<String> options) {
            this.label = label;
            this.libs = libs;
            this.options = options;
        }
    }
}
