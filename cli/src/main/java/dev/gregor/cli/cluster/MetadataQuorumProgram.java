package dev.gregor.cli.cluster;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentDropIn;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.dropin.CauseText;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ConnectionSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** {@code kafka-metadata-quorum.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class MetadataQuorumProgram implements Program {
    private static final int FAILED = 1;

    /** What the program takes. */
    public static ArgumentTable table() {
        var table = ArgumentTable.of("kafka-metadata-quorum", "This tool describes kraft metadata quorum status.")
                .tellingDefaults()
                .exactlyOneOf(
                        Argument.value(
                                "A comma-separated list of host:port pairs to use for establishing the connection to"
                                        + " the Kafka cluster.",
                                "--bootstrap-server"),
                        Argument.value(
                                "A comma-separated list of host:port pairs to use for establishing the connection to"
                                        + " the Kafka controllers.",
                                "--bootstrap-controller"))
                .with(Argument.value(
                        "Property file containing configs to be passed to Admin Client. For add-controller, the file"
                                + " is used to specify the controller properties as well.",
                        "--command-config"));
        table.command("describe", "Describe the metadata quorum info")
                .group(
                        "Status",
                        "",
                        Argument.flag(
                                "A short summary of the quorum status and the other provides detailed information"
                                        + " about the status of replication.",
                                "--status"))
                .group(
                        "Replication",
                        "",
                        Argument.flag("Detailed information about the status of replication", "--replication"),
                        Argument.flag("Human-readable output", "--human-readable"));
        table.command("add-controller", "Add a controller to the KRaft controller cluster")
                .with(dryRun());
        table.command("remove-controller", "Remove a controller from the KRaft controller cluster")
                .with(
                        Argument.value("The id of the controller to remove.", "--controller-id", "-i")
                                .as(Argument.Type.INTEGER)
                                .asRequired(),
                        Argument.value(
                                        "The directory ID of the controller to remove.",
                                        "--controller-directory-id",
                                        "-d")
                                .asRequired(),
                        dryRun());
        return table;
    }

    private static Argument dryRun() {
        return Argument.flag("True if we should print what would be done, but not do it.", "--dry-run");
    }

    @Override
    public int run(Streams streams, String[] words) {
        return new ArgumentDropIn(table(), streams).run(words, new ArgumentDropIn.Body() {
            @Override
            public int run(ParsedArguments line) {
                return MetadataQuorumProgram.run(streams, line);
            }
        });
    }

    private static int run(Streams streams, ParsedArguments line) {
        var config = line.value("command-config");
        if (config.isPresent() && !Files.exists(Path.of(config.get()))) {
            throw new ClusterException("Properties file " + config.get() + " does not exists!");
        }
        try (var client = ClusterConnection.open(line, config)) {
            switch (line.command()) {
                case "describe" -> describe(client, line, streams.out());
                case "add-controller" -> add(client, line, streams.out());
                default -> remove(client, line, streams.out());
            }
            return 0;
        } catch (ClusterException failed) {
            streams.err().println(CauseText.of(failed));
            return FAILED;
        }
    }

    private static void describe(ClusterClient client, ParsedArguments line, PrintStream out) {
        boolean status = line.has("status");
        boolean replication = line.has("replication");
        boolean human = line.has("human-readable");
        if (status && replication) {
            throw new ClusterException(
                    "Only one of --status or --replication should be specified with describe sub-command");
        }
        if (!status && !replication) {
            throw new ClusterException("One of --status or --replication must be specified with describe sub-command");
        }
        if (status && human) {
            throw new ClusterException("The option --human-readable is only supported along with --replication");
        }
        if (status) {
            var clusterId = client.cluster().clusterId().orElse("null");
            out.println(QuorumText.status(new Quorum(client).describe(), clusterId));
        } else {
            var quorum = new Quorum(client).describe();
            out.print(
                    QuorumText.replication(quorum, human ? Optional.of(System.currentTimeMillis()) : Optional.empty()));
        }
    }

    private static void add(ClusterClient client, ParsedArguments line, PrintStream out) {
        var file = line.value("command-config")
                .orElseThrow(() -> new ClusterException("You must supply the configuration file of the controller you"
                        + " are adding when using add-controller."));
        var controller = new ControllerConfig(ConnectionSettings.readProperties(Path.of(file)));
        int id = controller.nodeId();
        var directoryId = controller.directoryId();
        var endpoints = controller.endpoints();
        if (!line.has("dry-run")) {
            new Quorum(client).add(id, directoryId, endpoints);
        }
        var text = new StringBuilder(line.has("dry-run") ? "DRY RUN of adding" : "Added")
                .append(" controller ")
                .append(id)
                .append(" with directory id ")
                .append(directoryId)
                .append(" and endpoints: ");
        var separator = "";
        for (var endpoint : endpoints) {
            text.append(separator).append(endpoint);
            separator = ", ";
        }
        out.println(text);
    }

    private static void remove(ClusterClient client, ParsedArguments line, PrintStream out) {
        int id = line.integer("controller-id").orElseThrow();
        if (id < 0) {
            throw new ClusterException("Invalid negative --controller-id: " + id);
        }
        var directoryId = directoryId(line.required("controller-directory-id"));
        if (!line.has("dry-run")) {
            new Quorum(client).remove(id, directoryId);
        }
        // Two spaces after a dry run's "removing", as Kafka's tool has them.
        out.println((line.has("dry-run") ? "DRY RUN of removing " : "Removed ") + " KRaft controller " + id
                + " with directory id " + directoryId);
    }

    private static Uuid directoryId(String text) {
        try {
            return Uuid.fromString(text);
        } catch (IllegalArgumentException invalid) {
            throw new ClusterException("Failed to parse --controller-directory-id: " + invalid.getMessage(), invalid);
        }
    }
}
