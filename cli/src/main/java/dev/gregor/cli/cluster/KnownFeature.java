package dev.gregor.cli.cluster;

import java.util.Optional;

/** The features of Apache Kafka 4.3 beside metadata.version (KIP-584), with the levels a release sets by default. */
enum KnownFeature {
    /** KIP-853. */
    KRAFT("kraft.version", 1, 1, 21),
    /** KIP-890. */
    TRANSACTION("transaction.version", 2, 2, 24),
    /** KIP-848. */
    GROUP("group.version", 1, 1, 22),
    /** KIP-966; the only one that needs another, metadata.version. */
    ELIGIBLE_LEADER_REPLICAS("eligible.leader.replicas.version", 1, 1, 26),
    /** KIP-932. */
    SHARE("share.version", 1, 1, 28),
    /** KIP-1071. */
    STREAMS("streams.version", 1, 1, 29);

    private static final int ELR_NEEDS_METADATA = 23;

    private final String featureName;
    private final int maxLevel;
    private final int defaultLevel;
    private final int defaultFrom;

    /** The default level is set from that level of metadata.version on, 0 before. */
    KnownFeature(String featureName, int maxLevel, int defaultLevel, int defaultFrom) {
        this.featureName = featureName;
        this.maxLevel = maxLevel;
        this.defaultLevel = defaultLevel;
        this.defaultFrom = defaultFrom;
    }

    String featureName() {
        return featureName;
    }

    short defaultLevel(int metadataLevel) {
        return (short) (metadataLevel >= defaultFrom ? defaultLevel : 0);
    }

    /** The level of metadata.version that a level of this feature needs, if it needs one. */
    Optional<Integer> neededMetadataLevel(int level) {
        if (level < 0 || level > maxLevel) {
            throw new IllegalArgumentException("No feature:" + featureName + " with feature level " + level);
        }
        return this == ELIGIBLE_LEADER_REPLICAS && level > 0 ? Optional.of(ELR_NEEDS_METADATA) : Optional.empty();
    }

    static Optional<KnownFeature> named(String name) {
        for (var feature : values()) {
            if (feature.featureName.equals(name)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
