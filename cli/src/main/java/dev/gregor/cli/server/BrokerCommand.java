package dev.gregor.cli.server;

import dev.gregor.cli.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor broker [FILE]}: exit 1 when it cannot start, else as the signal that ends it says. */
@Command(
        name = "broker",
        description =
                "Run a broker until it is told to end; without FILE on port 9092, with its data in ./gregor-data.",
        footer = {"", "Examples:", "  gregor broker", "  gregor broker server.properties --override log.dirs=/tmp/data"
        })
public final class BrokerCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "server.properties, as Apache Kafka reads it.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--override", paramLabel = "KEY=VALUE", description = "Wins over the file; may be repeated.")
    private List<String> overrides = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli's
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        return new ServerRun("gregor broker", Streams.ofProcess()).run(file, overrides);
    }
}
