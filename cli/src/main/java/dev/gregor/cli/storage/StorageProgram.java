package dev.gregor.cli.storage;

import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.broker.config.ConfigurationException;
import dev.gregor.broker.quorum.QuorumSettings;
import dev.gregor.broker.quorum.StorageFormat;
import dev.gregor.broker.quorum.StorageFormat.Voters;
import dev.gregor.broker.quorum.UnusableStorageException;
import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.protocol.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code kafka-storage.sh}: random-uuid, format and info, with Apache Kafka's output and exit codes. */
public final class StorageProgram implements Program {
    private static final int FAILED = 1;
    private static final String NAME = "kafka-storage";
    private static final String COMMANDS = "{info,format,random-uuid}";
    private static final String HELP = """
            usage: %s [-h] %s ...

            The Kafka storage tool.

            info --config FILE
                tells what the log directories of a node hold
            format --config FILE --cluster-id ID [--ignore-formatted]
                   [--standalone | --no-initial-controllers | --initial-controllers LIST]
                   [--release-version VERSION] [--feature NAME=LEVEL]... [--add-scram SCRAM]...
                formats the log directories of a node
            random-uuid
                prints a new cluster id
            """.formatted(NAME, COMMANDS);

    @Override
    public int run(Streams streams, String[] arguments) {
        var words = List.of(arguments);
        if (words.contains("-h") || words.contains("--help")) {
            streams.out().print(HELP);
            return 0;
        }
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            streams.out().println(DropIn.KAFKA_VERSION + " (Gregor " + Version.TEXT + ")");
            return 0;
        }
        try {
            if (words.isEmpty()) {
                throw new StorageMisuse("too few arguments");
            }
            return run(streams, words.get(0), words.subList(1, words.size()));
        } catch (StorageMisuse misuse) {
            streams.err().println("usage: " + NAME + " [-h] " + COMMANDS + " ...");
            streams.err().println(NAME + ": error: " + misuse.getMessage());
            return FAILED;
        } catch (UnusableStorageException | ConfigurationException failed) {
            streams.err().println(failed.getMessage());
            return FAILED;
        }
    }

    private static int run(Streams streams, String command, List<String> words) {
        return switch (command) {
            case "random-uuid" -> {
                new StorageLine(words, List.of());
                streams.out().println(StorageFormat.randomUuid());
                yield 0;
            }
            case "info" -> StorageFormat.info(settings(new StorageLine(words, List.of("--config"))), streams.out());
            case "format" -> {
                format(streams, words);
                yield 0;
            }
            default ->
                throw new StorageMisuse(
                        "invalid choice: '" + command + "' (choose from 'info', 'format', 'random-uuid')");
        };
    }

    private static void format(Streams streams, List<String> words) {
        var line = new StorageLine(
                words,
                List.of(
                        "--config",
                        "--cluster-id",
                        "--ignore-formatted",
                        "--standalone",
                        "--no-initial-controllers",
                        "--initial-controllers",
                        "--release-version",
                        "--feature",
                        "--add-scram"));
        var format = new StorageFormat.Format(
                line.required("--cluster-id"),
                line.has("--ignore-formatted"),
                voters(line),
                line.one("--release-version"),
                line.all("--feature"),
                line.all("--add-scram"));
        StorageFormat.format(settings(line), format, streams.out());
    }

    private static Voters voters(StorageLine line) {
        var initial = line.one("--initial-controllers");
        int said = (line.has("--standalone") ? 1 : 0)
                + (line.has("--no-initial-controllers") ? 1 : 0)
                + (initial.isPresent() ? 1 : 0);
        if (said > 1) {
            throw new StorageMisuse(
                    "--standalone, --no-initial-controllers and --initial-controllers exclude each other");
        }
        if (initial.isPresent()) {
            return new Voters.Listed(initial.get());
        }
        if (line.has("--standalone")) {
            return new Voters.Standalone();
        }
        return line.has("--no-initial-controllers") ? new Voters.None() : new Voters.Unsaid();
    }

    /** Of the file alone: the environment belongs to a start. */
    private static QuorumSettings settings(StorageLine line) {
        var file = Path.of(line.required("--config"));
        if (!Files.isReadable(file)) {
            throw new ConfigurationException("no such file, or not readable: " + file);
        }
        return BrokerConfig.load(Optional.of(file), Map.of(), List.of()).quorum();
    }
}
