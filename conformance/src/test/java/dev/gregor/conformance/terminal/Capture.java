package dev.gregor.conformance.terminal;

import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The screens of {@code docs/console}: each is compared with what the test sees. With {@code -Dgregor.captures=write} the
 * files are written instead.
 */
final class Capture {
    private static final boolean WRITES = "write".equals(System.getProperty("gregor.captures", ""));

    private final Path kept = ServerKind.repository().resolve("docs/console");
    private final Path seen = ServerKind.repository().resolve("conformance/target/console");
    private final String port;

    /** @param port the broker's, shown as Kafka's usual one with a 2 before it */
    Capture(int port) {
        this.port = ":" + port;
    }

    /** @throws AssertionError when the screen is another than the one kept */
    void check(String name, String screen) {
        var masked = screen.replace(port, ":29092")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d", "12:00:00")
                .replaceAll("cluster [A-Za-z0-9_-]{22}", "cluster AAAAAAAAAAAAAAAAAAAAAA");
        try {
            Files.createDirectories(seen);
            Files.writeString(seen.resolve(name), masked);
            if (WRITES) {
                Files.createDirectories(kept);
                Files.writeString(kept.resolve(name), masked);
            }
            var expected = Files.exists(kept.resolve(name)) ? Files.readString(kept.resolve(name)) : "";
            if (!masked.equals(expected)) {
                throw new AssertionError("docs/console/" + name + " shows another screen. If this one is meant, run the"
                        + " test with -Dgregor.captures=write.\n--- seen\n" + masked + "--- kept\n" + expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
