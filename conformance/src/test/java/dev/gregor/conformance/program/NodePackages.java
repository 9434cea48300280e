package dev.gregor.conformance.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Installs what {@code src/test/js/package-lock.json} names into {@code target/js}, once until the lock file changes. */
final class NodePackages {
    private static final Duration INSTALL_WITHIN = Duration.ofMinutes(2);
    private static final String LOCK = "package-lock.json";

    private NodePackages() {}

    /** The folder of the scripts, beside the packages they need. */
    static synchronized Path installed() {
        var sources = Program.module().resolve("src/test/js");
        var target = Program.module().resolve("target/js");
        try {
            Files.createDirectories(target);
            var marker = target.resolve("node_modules").resolve(LOCK);
            boolean upToDate = Files.exists(marker) && Files.mismatch(marker, sources.resolve(LOCK)) == -1;
            copy(sources, target);
            if (!upToDate) {
                var npm = new Program(
                        List.of("npm", "--prefix", target.toString()),
                        "conformance/install-clients",
                        Optional.empty(),
                        INSTALL_WITHIN);
                npm.run(target, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline")
                        .succeeded();
                Files.copy(sources.resolve(LOCK), marker, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path sources, Path target) throws IOException {
        try (var files = Files.list(sources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
