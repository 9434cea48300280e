package dev.gregor.broker.quorum;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** What {@code kafka-storage.sh} tells of features and their levels, with Apache Kafka's output to the letter. */
public final class FeatureLevels {
    private FeatureLevels() {}

    /**
     * Prints the level that each feature has by default in a release.
     *
     * @param release as in {@code 4.1-IV0} or {@code 4.1}; the latest stable one when empty
     * @throws UnusableStorageException with Kafka's message when there is no such release
     */
    public static void printOfRelease(Optional<String> release, PrintStream out) {
        var name = release.orElse(MetadataVersion.LATEST_PRODUCTION.toString());
        MetadataVersion version;
        try {
            version = MetadataVersion.fromVersionString(name, true);
        } catch (IllegalArgumentException unknown) {
            throw new UnusableStorageException(String.valueOf(unknown.getMessage()), unknown);
        }
        out.println(MetadataVersion.FEATURE_NAME + "=" + version.featureLevel() + " (" + name + ")");
        for (var feature : Feature.PRODUCTION_FEATURES) {
            out.println(feature.featureName() + "=" + feature.defaultLevel(version));
        }
    }

    /**
     * Prints what each of these features needs.
     *
     * @param features each of the form {@code name=level}
     * @throws UnusableStorageException with Kafka's message for the first one that is not known
     */
    public static void printDependencies(List<String> features, PrintStream out) {
        for (var feature : features) {
            int equals = feature.indexOf('=');
            if (equals < 0) {
                throw new UnusableStorageException("Invalid feature format: " + feature
                        + ". Expected format: 'feature=version' (e.g. 'group.version=1')");
            }
            var name = feature.substring(0, equals).trim();
            printDependencies(name, level(name, feature.substring(equals + 1).trim()), out);
        }
    }

    private static short level(String name, String text) {
        try {
            return Short.parseShort(text);
        } catch (NumberFormatException none) {
            throw new UnusableStorageException("Invalid version format: " + text + " for feature " + name, none);
        }
    }

    private static void printDependencies(String name, short level, PrintStream out) {
        if (name.equals(MetadataVersion.FEATURE_NAME)) {
            out.println(name + "=" + level + " (" + metadataVersion(level) + ") has no dependencies.");
            return;
        }
        for (var feature : Feature.PRODUCTION_FEATURES) {
            if (feature.featureName().equals(name)) {
                printDependencies(feature, level, out);
                return;
            }
        }
        throw new UnusableStorageException("Unknown feature: " + name);
    }

    private static void printDependencies(Feature feature, short level, PrintStream out) {
        var of = feature.featureName() + "=" + level;
        try {
            var dependencies = feature.fromFeatureLevel(level, true).dependencies();
            out.println(of + (dependencies.isEmpty() ? " has no dependencies." : " requires:"));
            dependencies.forEach((name, needed) -> out.println("    " + name + "=" + needed
                    + (name.equals(MetadataVersion.FEATURE_NAME) ? " (" + metadataVersion(needed) + ")" : "")));
        } catch (IllegalArgumentException unknown) {
            throw new UnusableStorageException(
                    "Feature level " + level + " is not supported for feature " + feature.featureName(), unknown);
        }
    }

    private static String metadataVersion(short level) {
        try {
            return MetadataVersion.fromFeatureLevel(level).version();
        } catch (IllegalArgumentException unknown) {
            throw new UnusableStorageException("Unknown metadata.version " + level, unknown);
        }
    }
}
