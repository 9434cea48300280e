package dev.gregor.cli.cluster;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor cluster features}: exit 0 when a broker answers. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = "Show the levels of the cluster's features, and those a broker could go to.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor cluster features", "  gregor cluster features --columns feature,level"})
public final class ClusterFeaturesCommand implements Callable<Integer> {
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
        try (var client = connection.open()) {
            var known = new Features(client).describe(Target.anyBroker());
            for (var feature : known.features()) {
                boolean isMetadata = feature.name().equals(MetadataVersions.FEATURE);
                Optional<String> release =
                        isMetadata ? MetadataVersions.nameOf(feature.finalizedLevel()) : Optional.empty();
                rows.add(new Row()
                        .with("feature", feature.name())
                        .with("level", (int) feature.finalizedLevel())
                        .with("min", (int) feature.minLevel())
                        .with("max", (int) feature.maxLevel())
                        .with("release", release)
                        .withDetail("epoch", known.epoch()));
            }
        }
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }
}
