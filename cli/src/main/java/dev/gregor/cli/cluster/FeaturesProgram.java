package dev.gregor.cli.cluster;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.AnswerAsked;
import dev.gregor.cli.arguments.ArgumentException;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.dropin.CauseText;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.Target;
import java.io.PrintStream;

/** {@code kafka-features.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class FeaturesProgram implements Program {
    private static final int FAILED = 1;
    private static final int NAME_WIDTH = 40;
    private static final int LEVEL_WIDTH = 15;

    /** What the program takes. */
    public static ArgumentTable table() {
        return FeaturesArguments.table();
    }

    @Override
    public int run(Streams streams, String[] words) {
        try {
            if (words.length == 1 && words[0].equals("--version")) {
                streams.out().println(DropIn.VERSION_TEXT);
                return 0;
            }
            run(table(), words, streams.out());
            return 0;
        } catch (AnswerAsked asked) {
            streams.out().print(asked.answer());
            return 0;
        } catch (ArgumentException misuse) {
            // Unlike its sisters it prints no usage, and no end of line.
            streams.err().print("Command line error: " + misuse.getMessage() + ". Type --help for help.");
            streams.err().flush();
            return FAILED;
        } catch (RuntimeException failed) {
            streams.err().println(CauseText.of(failed));
            return FAILED;
        }
    }

    private static void run(ArgumentTable table, String[] words, PrintStream out) {
        var line = table.parse(words);
        switch (line.command()) {
            case "version-mapping" ->
                FeatureLookUps.versionMapping(
                        line.value("release-version").orElse(MetadataVersions.LATEST_PRODUCTION), out);
            case "feature-dependencies" -> FeatureLookUps.dependencies(line.all("feature"), out);
            default -> {
                if (!line.has("bootstrap-server") && !line.has("bootstrap-controller")) {
                    throw new ArgumentException(
                            table, "You must specify either --bootstrap-controller or --bootstrap-server.");
                }
                try (var client = ClusterConnection.open(line, line.value("command-config"))) {
                    if (line.command().equals("describe")) {
                        describe(client, line, out);
                    } else {
                        new FeatureUpdates(line).make(client, out);
                    }
                }
            }
        }
    }

    private static void describe(ClusterClient client, ParsedArguments line, PrintStream out) {
        var node = client.whoeverKnows();
        var nodeId = line.integer("node-id");
        if (nodeId.isPresent()) {
            if (nodeId.get() < 0) {
                throw new IllegalArgumentException("Invalid node id " + nodeId.get() + ": must be non-negative.");
            }
            node = Target.broker(nodeId.get());
        }
        var known = new Features(client).describe(node);
        for (var feature : known.features()) {
            out.println("Feature: " + padded(feature.name(), NAME_WIDTH)
                    + "  SupportedMinVersion: " + padded(level(feature, feature.minLevel()), LEVEL_WIDTH)
                    + "  SupportedMaxVersion: " + padded(level(feature, feature.maxLevel()), LEVEL_WIDTH)
                    + "  FinalizedVersionLevel: " + padded(level(feature, feature.finalizedLevel()), LEVEL_WIDTH)
                    + "  Epoch: "
                    + (known.epoch().isPresent() ? known.epoch().get() : "-"));
        }
    }

    private static String level(Features.Feature feature, short level) {
        return feature.name().equals(MetadataVersions.FEATURE)
                ? MetadataVersions.nameOf(level).orElse("UNKNOWN " + level)
                : String.valueOf(level);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
