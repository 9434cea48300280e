package dev.gregor.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text whose lines become records. It can be read any number of times, and is the same each time. */
record Source(String name, Text text) {
    /** A text that can be opened again and again. */
    @FunctionalInterface
    interface Text {
        InputStream open() throws IOException;
    }

    /** Fewer lines show too little of six partitions and a thousand keys. */
    private static final int LEAST_LINES = 10_000;

    private static final List<String> MODULES =
            List.of("protocol", "broker", "reassign", "mirror", "cli", "conformance", "bench");

    private static final List<Path> WORD_LISTS = List.of(Path.of("/usr/share/dict/words"));

    static Source of(Path file) {
        return new Source(file.toString(), () -> Files.newInputStream(file));
    }

    /**
     * What any machine has: the project's own Java sources, else a list of words, else the names of the JDK's classes; the first
     * with at least 10,000 lines.
     *
     * @param home the project's folder, if this is a checkout
     */
    static Source byDefault(Optional<Path> home) throws IOException {
        if (home.isPresent()) {
            var sources = javaSources(home.get());
            if (sources.hasEnoughLines()) {
                return sources;
            }
        }
        for (var list : WORD_LISTS) {
            if (Files.isReadable(list) && of(list).hasEnoughLines()) {
                return of(list);
            }
        }
        return classNames();
    }

    private static Source javaSources(Path home) throws IOException {
        var text = new ByteArrayOutputStream();
        for (var module : MODULES) {
            var sources = home.resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                addJava(sources, text);
            }
        }
        var bytes = text.toByteArray();
        return new Source("Gregor's own sources", () -> new ByteArrayInputStream(bytes));
    }

    private static void addJava(Path sources, ByteArrayOutputStream text) throws IOException {
        try (var files = Files.walk(sources)) {
            var java = files.filter(path -> path.toString().endsWith(".java")).sorted();
            for (var file : (Iterable<Path>) java::iterator) {
                text.write(Files.readAllBytes(file));
            }
        }
    }

    private static Source classNames() throws IOException {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        try (var files = Files.walk(modules)) {
            var text = new StringBuilder();
            for (var file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".class")).sorted()::iterator) {
                text.append(modules.relativize(file)).append('\n');
            }
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return new Source("the JDK's class names", () -> new ByteArrayInputStream(bytes));
        }
    }

    private boolean hasEnoughLines() throws IOException {
        int lines = 0;
        try (var in = text.open()) {
            var buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0 && lines < LEAST_LINES; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return lines >= LEAST_LINES;
    }
}
