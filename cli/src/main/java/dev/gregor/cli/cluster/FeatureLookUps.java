package dev.gregor.cli.cluster;

import java.io.PrintStream;
import java.util.List;

/** What kafka-features tells without a cluster: the levels that go with a release, and what levels need. */
final class FeatureLookUps {
    private FeatureLookUps() {}

    static void versionMapping(String releaseVersion, PrintStream out) {
        short level = MetadataVersions.levelOf(releaseVersion);
        out.println(MetadataVersions.FEATURE + "=" + level + " (" + releaseVersion + ")");
        for (var feature : KnownFeature.values()) {
            out.println(feature.featureName() + "=" + feature.defaultLevel(level));
        }
    }

    static void dependencies(List<String> texts, PrintStream out) {
        for (var text : texts) {
            var asked = FeatureLevel.parse(text);
            var title = asked.feature() + "=" + asked.level();
            if (asked.feature().equals(MetadataVersions.FEATURE)) {
                var name = MetadataVersions.nameOf(asked.level())
                        .orElseThrow(() -> new IllegalArgumentException("Unknown metadata.version " + asked.level()));
                out.println(title + " (" + name + ") has no dependencies.");
                continue;
            }
            var needed = KnownFeature.named(asked.feature())
                    .orElseThrow(() -> new IllegalArgumentException("Unknown feature: " + asked.feature()))
                    .neededMetadataLevel(asked.level());
            if (needed.isEmpty()) {
                out.println(title + " has no dependencies.");
            } else {
                out.println(title + " requires:");
                out.println("    " + MetadataVersions.FEATURE + "=" + needed.get() + " ("
                        + MetadataVersions.nameOf(needed.get()).orElseThrow() + ")");
            }
        }
    }
}
