package dev.gregor.cli.apply;

import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the wanted state is written down: {@code -f FILE} or {@code -e TEXT}. */
final class StateSource {
    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The file, as 'gregor export' writes it; - is standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"-e", "--expression"},
            required = true,
            paramLabel = "YAML",
            description = "The text itself: '{topics: {orders: {partitions: 6}}}'.")
    private Optional<String> expression = Optional.empty();

    /**
     * Reads it.
     *
     * @param stdin what {@code -f -} stands for
     * @throws ClusterException naming the file when it cannot be read
     */
    State read(InputStream stdin) {
        return State.read(file.map(Path::toString).orElse("expression"), expression.orElseGet(() -> ofFile(stdin)));
    }

    private String ofFile(InputStream stdin) {
        var path = file.orElseThrow();
        try {
            return path.toString().equals("-")
                    ? new String(stdin.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(path);
        } catch (IOException failed) {
            throw new ClusterException("cannot read " + path + "; nothing was changed.", failed);
        }
    }
}
