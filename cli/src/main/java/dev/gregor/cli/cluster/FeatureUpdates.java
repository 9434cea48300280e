package dev.gregor.cli.cluster;

import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Upgrades, downgrades and disables as a line of kafka-features says them, with its words. */
final class FeatureUpdates {
    private final String verb;
    private final ParsedArguments line;
    private final Features.Direction direction;
    private final boolean dryRun;

    FeatureUpdates(ParsedArguments line) {
        this.verb = line.command();
        this.line = line;
        this.dryRun = line.has("dry-run");
        if (verb.equals("upgrade")) {
            direction = Features.Direction.UPGRADE;
        } else {
            direction = line.has("unsafe") ? Features.Direction.UNSAFE_DOWNGRADE : Features.Direction.SAFE_DOWNGRADE;
        }
    }

    void make(ClusterClient client, PrintStream out) {
        var levels = verb.equals("disable") ? disabled() : asked(out);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("You must specify at least one feature to " + verb);
        }
        int failures = 0;
        for (var outcome :
                new Features(client).update(levels, direction, dryRun).entrySet()) {
            var name = outcome.getKey();
            var error = outcome.getValue();
            boolean disables = verb.equals("disable");
            if (error.isPresent()) {
                failures++;
                out.println((dryRun ? "Can not " : "Could not ") + verb + " " + name
                        + (disables ? "" : " to " + levels.get(name)) + ". "
                        + error.get().getMessage());
            } else {
                out.println(name
                        + (dryRun ? " can be " : " was ")
                        + (disables ? "disabled." : verb + "d to " + levels.get(name) + "."));
            }
        }
        if (failures > 0) {
            throw new ClusterException(failures + " out of " + levels.size() + " operation(s) failed.");
        }
    }

    private Map<String, Short> disabled() {
        var levels = new TreeMap<String, Short>();
        for (var name : line.all("feature")) {
            put(levels, name, (short) 0);
        }
        return levels;
    }

    private Map<String, Short> asked(PrintStream out) {
        var release = line.value("release-version");
        var metadata = line.value("metadata");
        var features = line.all("feature");
        if (release.isPresent()) {
            if (metadata.isPresent() || !features.isEmpty()) {
                throw new IllegalArgumentException("Can not specify `release-version` with other feature flags.");
            }
            return ofRelease(release.get());
        }
        var levels = new TreeMap<String, Short>();
        if (metadata.isPresent()) {
            out.println(" `metadata` flag is deprecated and may be removed in a future release.");
            put(levels, MetadataVersions.FEATURE, MetadataVersions.levelOf(metadata.get()));
        }
        for (var text : features) {
            var level = FeatureLevel.parse(text);
            checkLevel(level.level());
            put(levels, level.feature(), level.level());
        }
        return levels;
    }

    private Map<String, Short> ofRelease(String release) {
        short metadataLevel = MetadataVersions.levelOf(release);
        var levels = new TreeMap<String, Short>();
        levels.put(MetadataVersions.FEATURE, metadataLevel);
        for (var feature : KnownFeature.values()) {
            short level = feature.defaultLevel(metadataLevel);
            // Nothing is upgraded to 0.
            if (direction != Features.Direction.UPGRADE || level > 0) {
                levels.put(feature.featureName(), level);
            }
        }
        return levels;
    }

    private void checkLevel(short level) {
        if (level == 0 && direction == Features.Direction.UPGRADE) {
            throw new IllegalArgumentException("The upgradeType flag should be set to SAFE_DOWNGRADE or"
                    + " UNSAFE_DOWNGRADE when the provided maxVersionLevel:0 is < 1.");
        }
        if (level < 0) {
            throw new IllegalArgumentException("Cannot specify a negative version level.");
        }
    }

    private static void put(Map<String, Short> levels, String name, short level) {
        if (levels.put(name, level) != null) {
            throw new IllegalArgumentException("Feature " + name + " was specified more than once.");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("Provided feature can not be empty.");
        }
    }
}
