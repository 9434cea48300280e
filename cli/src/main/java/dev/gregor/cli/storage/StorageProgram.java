package dev.gregor.cli.storage;

import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.broker.config.ConfigurationException;
import dev.gregor.broker.quorum.FeatureLevels;
import dev.gregor.broker.quorum.QuorumSettings;
import dev.gregor.broker.quorum.StorageFormat;
import dev.gregor.broker.quorum.StorageFormat.Voters;
import dev.gregor.broker.quorum.UnusableStorageException;
import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.ArgumentDropIn;
import dev.gregor.cli.arguments.ParsedArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code kafka-storage.sh}: all of its commands, with Apache Kafka's output and exit codes. */
public final class StorageProgram implements Program {
    private static final int FAILED = 1;

    @Override
    public int run(Streams streams, String[] words) {
        return new ArgumentDropIn(StorageArguments.table(), streams).run(words, arguments -> run(streams, arguments));
    }

    private static int run(Streams streams, ParsedArguments arguments) {
        try {
            return switch (arguments.command()) {
                case "random-uuid" -> {
                    streams.out().println(StorageFormat.randomUuid());
                    yield 0;
                }
                case "version-mapping" -> {
                    FeatureLevels.printOfRelease(arguments.value("release-version"), streams.out());
                    yield 0;
                }
                case "feature-dependencies" -> {
                    FeatureLevels.printDependencies(arguments.all("feature"), streams.out());
                    yield 0;
                }
                case "info" -> StorageFormat.info(settings(arguments), streams.out());
                default -> {
                    format(streams, arguments);
                    yield 0;
                }
            };
        } catch (UnusableStorageException | ConfigurationException failed) {
            streams.err().println(failed.getMessage());
            return FAILED;
        }
    }

    private static void format(Streams streams, ParsedArguments line) {
        var format = new StorageFormat.Format(
                line.required("cluster-id"),
                line.has("ignore-formatted"),
                voters(line),
                line.value("release-version"),
                line.all("feature"),
                line.all("add-scram"));
        StorageFormat.format(settings(line), format, streams.out());
    }

    private static Voters voters(ParsedArguments line) {
        var initial = line.value("initial-controllers");
        if (initial.isPresent()) {
            return new Voters.Listed(initial.get());
        }
        if (line.has("standalone")) {
            return new Voters.Standalone();
        }
        return line.has("no-initial-controllers") ? new Voters.None() : new Voters.Unsaid();
    }

    /** Of the file alone: the environment belongs to a start. */
    private static QuorumSettings settings(ParsedArguments line) {
        var file = Path.of(line.required("config"));
        if (!Files.isReadable(file)) {
            throw new ConfigurationException("no such file, or not readable: " + file);
        }
        return BrokerConfig.load(Optional.of(file), Map.of(), List.of()).quorum();
    }
}
