package dev.gregor.cli.cluster;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentDropIn;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.dropin.CauseText;
import dev.gregor.cli.dropin.KafkaLogLine;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.UnsupportedApiException;
import java.io.PrintStream;

/** {@code kafka-cluster.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class ClusterProgram implements Program {
    private static final int FAILED = 1;

    /** What the program takes. */
    public static ArgumentTable table() {
        var table = ArgumentTable.of("kafka-cluster", "The Kafka cluster tool.").tellingDefaults();
        common(table.command("cluster-id", "Get information about the ID of a cluster."));
        common(table.command("unregister", "Unregister a broker."))
                .with(Argument.value("The ID of the broker to unregister.", "--id", "-i")
                        .as(Argument.Type.INTEGER)
                        .asRequired());
        common(table.command("list-endpoints", "List endpoints"))
                .with(Argument.flag(
                        "Whether to include fenced brokers when listing broker endpoints", "--include-fenced-brokers"));
        return table;
    }

    private static ArgumentTable common(ArgumentTable command) {
        return command.exactlyOneOf(
                        Argument.value(
                                "A list of host/port pairs to use for establishing the connection to the Kafka"
                                        + " cluster.",
                                "--bootstrap-server",
                                "-b"),
                        Argument.value(
                                "A list of host/port pairs to use for establishing the connection to the KRaft"
                                        + " controllers.",
                                "--bootstrap-controller",
                                "-C"))
                .with(
                        Argument.value(
                                "(DEPRECATED) A property file containing configurations for the Admin client. This"
                                        + " option will be removed in a future version. Use --command-config"
                                        + " instead.",
                                "--config"),
                        Argument.value("Config properties file for the Admin client.", "--command-config", "-c"));
    }

    @Override
    public int run(Streams streams, String[] words) {
        return new ArgumentDropIn(table(), streams).failingAfterHelp().run(words, new ArgumentDropIn.Body() {
            @Override
            public int run(ParsedArguments line) {
                return ClusterProgram.run(streams, line);
            }
        });
    }

    private static int run(Streams streams, ParsedArguments line) {
        var oldConfig = line.value("config");
        var config = line.value("command-config");
        if (oldConfig.isPresent() && config.isPresent()) {
            throw new IllegalArgumentException("--config and --command-config cannot be specified together.");
        }
        if (oldConfig.isPresent()) {
            streams.out()
                    .println("Option --config has been deprecated and will be removed in a future version. Use"
                            + " --command-config instead.");
        }
        boolean includeFenced = line.has("include-fenced-brokers");
        if (includeFenced && line.has("bootstrap-controller")) {
            throw new IllegalArgumentException(
                    "The option --include-fenced-brokers is only supported with --bootstrap-server option");
        }
        try (var client = ClusterConnection.open(line, config.or(() -> oldConfig))) {
            switch (line.command()) {
                case "cluster-id" -> clusterId(client, streams.out());
                case "unregister" -> unregister(client, line.integer("id").orElseThrow(), streams);
                default -> listEndpoints(client, includeFenced, streams.out());
            }
            return 0;
        } catch (ClusterException failed) {
            streams.err().println(CauseText.of(failed));
            return FAILED;
        }
    }

    private static void clusterId(ClusterClient client, PrintStream out) {
        var id = client.cluster().clusterId();
        out.println(
                id.isPresent()
                        ? "Cluster ID: " + id.get()
                        : "No cluster ID found. The Kafka version is probably too old.");
    }

    private static void unregister(ClusterClient client, int brokerId, Streams streams) {
        try {
            Registration.remove(client, brokerId);
            streams.out().println("Broker " + brokerId + " is no longer registered.");
        } catch (UnsupportedApiException tooOld) {
            streams.out().println("The target cluster does not support the broker unregistration API.");
        } catch (ApiErrorException refused) {
            // Kafka's client logs this before its tool says it.
            KafkaLogLine.error(
                    streams.err(),
                    "[AdminClient clientId=adminclient-1] Unregister broker request for broker ID " + brokerId
                            + " failed: " + refused.getMessage(),
                    "org.apache.kafka.clients.admin.KafkaAdminClient");
            throw refused;
        }
    }

    private static void listEndpoints(ClusterClient client, boolean includeFenced, PrintStream out) {
        try {
            var endpoints = new Endpoints(client).find(includeFenced);
            out.print(EndpointsText.of(endpoints, client.throughControllers()));
        } catch (UnsupportedApiException tooOld) {
            out.println(tooOld.getMessage());
        }
    }
}
