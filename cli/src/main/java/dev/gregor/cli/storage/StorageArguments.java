package dev.gregor.cli.storage;

import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentTable;

/** What kafka-storage takes. */
public final class StorageArguments {
    private static final String RELEASE_VERSIONS = "The minimum is 3.3-IV3; the default is 4.3-IV0";

    private StorageArguments() {}

    /** The table; it names no class of the broker's, which only brokers have on their class path. */
    public static ArgumentTable table() {
        var table = ArgumentTable.of("kafka-storage", "The Kafka storage tool.")
                .tellingDefaults()
                .readingFiles();
        table.command("info", "Get information about the Kafka log directories on this node.")
                .with(config());
        format(table.command("format", "Format the Kafka log directories on this node."));
        table.command(
                        "version-mapping",
                        "Look up the corresponding features for a given metadata version. Using the command with no"
                                + " --release-version  argument will return the mapping for the latest stable metadata"
                                + " version")
                .with(Argument.value(
                        "The release version to use for the corresponding feature mapping. " + RELEASE_VERSIONS,
                        "--release-version",
                        "-r"));
        table.command(
                        "feature-dependencies",
                        "Look up dependencies for a given feature version. If the feature is not known or the version not"
                                + " yet defined, an error is thrown. Multiple features can be specified.")
                .with(Argument.each(
                                "The features and their versions to look up dependencies for, in feature=version format."
                                        + " For example: `metadata.version=5`.",
                                "--feature",
                                "-f")
                        .asRequired());
        table.command("random-uuid", "Print a random UUID.");
        return table;
    }

    private static void format(ArgumentTable format) {
        format.with(
                config(),
                Argument.value("The cluster ID to use.", "--cluster-id", "-t").asRequired(),
                Argument.each("""
                        A SCRAM_CREDENTIAL to add to the __cluster_metadata log e.g.
                        'SCRAM-SHA-256=[name=alice,password=alice-secret]'
                        'SCRAM-SHA-512=[name=alice,iterations=8192,salt="N3E=",saltedpassword="YCE="]'""", "--add-scram", "-S"),
                Argument.flag(
                        "When this option is passed, the format command will skip over already formatted directories"
                                + " rather than failing.",
                        "--ignore-formatted",
                        "-g"),
                Argument.value(
                        "The release version to use for the initial feature settings. " + RELEASE_VERSIONS,
                        "--release-version",
                        "-r"),
                Argument.each(
                        "The setting to use for a specific feature, in feature=level format. For example:"
                                + " `kraft.version=1`.",
                        "--feature",
                        "-f"));
        format.atMostOneOf(
                Argument.flag(
                        "Used to initialize a controller as a single-node dynamic quorum. When setting this flag, the"
                                + " controller.quorum.voters config must not be set, and"
                                + " controller.quorum.bootstrap.servers is set instead.",
                        "--standalone",
                        "-s"),
                Argument.flag(
                        "Used to initialize a server without specifying a dynamic quorum. When setting this flag, the"
                                + " controller.quorum.voters config should not be set, and"
                                + " controller.quorum.bootstrap.servers is set instead.",
                        "--no-initial-controllers",
                        "-N"),
                Argument.value(
                        "Used to initialize a server with the specified dynamic quorum. The argument is a"
                                + " comma-separated list of id@hostname:port:directory. The same values must be used"
                                + " to format all nodes. For example:\n"
                                + "0@example.com:8082:JEXY6aqzQY-32P5TStzaFg,1@example.com:8083:"
                                + "MvDxzVmcRsaTz33bUuRU6A,2@example.com:8084:07R5amHmR32VDA6jHkGbTA\n. When setting"
                                + " this flag, the controller.quorum.voters config must not be set, and"
                                + " controller.quorum.bootstrap.servers is set instead.",
                        "--initial-controllers",
                        "-I"));
    }

    private static Argument config() {
        return Argument.value("The Kafka configuration file to use.", "--config", "-c")
                .asRequired();
    }
}
