package dev.gregor.cli.cluster;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.brokers.ActiveController;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor cluster info}: exit 0 when a broker answers. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Show the cluster's id, its release, and its brokers.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor cluster info", "  gregor cluster info -o json"})
public final class ClusterInfoCommand implements Callable<Integer> {
    private static final short DESCRIBE_CLUSTER = 60;
    private static final int TELLS_FENCED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        var out = spec.commandLine().getOut();
        try (var client = connection.open()) {
            var cluster = client.cluster();
            var controllerId = ActiveController.id(client);
            var metadataVersion = metadataVersion(client);
            if (output.isTable()) {
                out.println("Cluster " + cluster.clusterId().orElse("without an id")
                        + metadataVersion
                                .map(version -> ", metadata.version " + version)
                                .orElse("")
                        + controllerId.map(id -> ", controller " + id).orElse(", controller unknown")
                        + ".");
            }
            for (var endpoint : endpoints(client)) {
                rows.add(new Row()
                        .with("id", endpoint.id())
                        .with("host", endpoint.host())
                        .with("port", endpoint.port())
                        .with("rack", endpoint.rack())
                        .with(
                                "state",
                                endpoint.isFenced() ? "fenced" : "alive",
                                endpoint.isFenced() ? Tone.BAD : Tone.GOOD)
                        .withDetail("clusterId", cluster.clusterId())
                        .withDetail("controllerId", controllerId)
                        .withDetail("metadataVersion", metadataVersion));
            }
        }
        output.print(out, rows);
        return ExitCode.DONE;
    }

    private static List<Endpoints.Endpoint> endpoints(ClusterClient client) {
        var range = client.served(Target.anyBroker()).get(DESCRIBE_CLUSTER);
        return new Endpoints(client).find(range != null && range.includes(TELLS_FENCED));
    }

    /** Clusters with ZooKeeper have none. */
    private static Optional<String> metadataVersion(ClusterClient client) {
        for (var feature : new Features(client).describe(Target.anyBroker()).features()) {
            if (feature.name().equals(MetadataVersions.FEATURE) && feature.finalizedLevel() > 0) {
                return MetadataVersions.nameOf(feature.finalizedLevel())
                        .or(() -> Optional.of("level " + feature.finalizedLevel()));
            }
        }
        return Optional.empty();
    }
}
