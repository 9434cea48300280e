package dev.gregor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A folder for one broker's data and files. Removed when closed, and when the program is interrupted. */
final class WorkFolder implements AutoCloseable {
    private static final int TRIES_AT_EXIT = 50;
    private static final long BETWEEN_TRIES_NS = 100_000_000;

    private final Path path;
    private final Thread removeAtExit = new Thread(this::removeAtExit);

    private WorkFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(removeAtExit);
    }

    /** @param parent where to put it; its disk's speed is part of what is measured */
    static WorkFolder in(Path parent) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent, "gregor-bench-"));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The broker's {@code log.dirs}. */
    Path data() {
        return file("data");
    }

    /** What the broker prints. */
    Path brokerLog() {
        return file("broker.out");
    }

    void keepLog(Path elsewhere) throws IOException {
        if (Files.exists(brokerLog())) {
            Files.copy(brokerLog(), elsewhere, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a resource of this package with {@code {name}} replaced, and returns where. */
    Path write(String resource, List<String> namesAndValues) throws IOException {
        try (var in = WorkFolder.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < namesAndValues.size(); i += 2) {
                text = text.replace("{" + namesAndValues.get(i) + "}", namesAndValues.get(i + 1));
            }
            return Files.writeString(file(resource), text);
        }
    }

    /**
     * Replaces the data with a copy of {@code other}'s, sparse files staying sparse, and waits until it is on disk: a broker that
     * flushes at its start is not to wait for what was written here.
     */
    void copyDataFrom(Path other) throws IOException, InterruptedException {
        delete(data());
        run("cp", "-a", "--sparse=auto", other.toString(), data().toString());
        run("sync", "-f", data().toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("exit " + exit + " of " + String.join(" ", command));
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Its broker is being killed at the same time, and may still write. */
    private void removeAtExit() {
        for (int attempt = 0; attempt < TRIES_AT_EXIT; attempt++) {
            try {
                delete(path);
                return;
            } catch (IOException | UncheckedIOException stillInUse) {
                LockSupport.parkNanos(BETWEEN_TRIES_NS);
            }
        }
    }

    @Override
    public void close() {
        try {
            delete(path);
            Runtime.getRuntime().removeShutdownHook(removeAtExit);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (IllegalStateException endingAlready) { // then the hook finds nothing left, and ends
            return;
        }
    }
}
