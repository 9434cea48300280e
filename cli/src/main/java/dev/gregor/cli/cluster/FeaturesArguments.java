package dev.gregor.cli.cluster;

import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentTable;

/** What kafka-features takes. */
final class FeaturesArguments {
    private static final String RELEASE_VERSION = " will set metadata.version=21 and kraft.version=1. Use the"
            + " version-mapping command to learn which features will be set for any given version.";

    private FeaturesArguments() {}

    static ArgumentTable table() {
        var table = ArgumentTable.of("kafka-features", "This tool manages feature flags in Kafka.")
                .tellingDefaults()
                .atMostOneOf(
                        Argument.value(
                                "A comma-separated list of host:port pairs to use for establishing the connection to"
                                        + " the Kafka cluster.",
                                "--bootstrap-server"),
                        Argument.value(
                                "A comma-separated list of host:port pairs to use for establishing the connection to"
                                        + " the KRaft quorum.",
                                "--bootstrap-controller"))
                .with(Argument.value(
                        "Property file containing configs to be passed to Admin Client.", "--command-config"));
        table.command("describe", "Describes the current active feature flags.")
                .with(Argument.value(
                                "The node id to which the requests should be sent. If not specified, the requests will"
                                        + " be sent to an arbitrary controller/broker.",
                                "--node-id")
                        .as(Argument.Type.INTEGER));
        change(table.command("upgrade", "Upgrade one or more feature flags."), "upgrade", "3.3-IV3")
                .with(dryRun("Validate this upgrade, but do not perform it."));
        change(table.command("downgrade", "Downgrade one or more feature flags."), "downgrade", "3.3-IV0")
                .with(
                        Argument.flag(
                                "Perform this downgrade even if it may irreversibly destroy metadata.", "--unsafe"),
                        dryRun("Validate this downgrade, but do not perform it."));
        table.command(
                        "disable",
                        "Disable one or more feature flags. This is the same as downgrading the version to zero.")
                .with(
                        Argument.each("A feature flag to disable.", "--feature"),
                        Argument.flag(
                                "Disable this feature flag even if it may irreversibly destroy metadata.", "--unsafe"),
                        dryRun("Perform a dry-run of this disable operation."));
        addLookUps(table);
        return table;
    }

    private static void addLookUps(ArgumentTable table) {
        table.command(
                        "version-mapping",
                        "Look up the corresponding features for a given metadata version. Using the command with no"
                                + " --release-version  argument will return the mapping for the latest stable metadata"
                                + " version")
                .with(Argument.value(
                        "The release version to use for the corresponding feature mapping. The minimum is 3.3-IV3; the"
                                + " default is " + MetadataVersions.LATEST_PRODUCTION,
                        "--release-version"));
        table.command(
                        "feature-dependencies",
                        "Look up dependencies for a given feature version. If the feature is not known or the version"
                                + " not yet defined, an error is thrown. Multiple features can be specified.")
                .with(Argument.each(
                                "The feature and version to look up dependencies for, in feature=version format. For"
                                        + " example: `metadata.version=5`.",
                                "--feature")
                        .asRequired());
    }

    private static ArgumentTable change(ArgumentTable command, String verb, String example) {
        return command.with(
                Argument.value(
                        "DEPRECATED -- The level to which we should " + verb + " the metadata. For example, " + example
                                + ".",
                        "--metadata"),
                Argument.value(
                        "The release version to " + (verb.equals("upgrade") ? "update" : "downgrade")
                                + " all features to. For example, 3.9-IV0" + RELEASE_VERSION,
                        "--release-version"),
                Argument.each(
                        "A feature " + verb + " we should perform, in feature=level format. For example:"
                                + " `metadata.version=5`.",
                        "--feature"));
    }

    private static Argument dryRun(String help) {
        return Argument.flag(help, "--dry-run");
    }
}
