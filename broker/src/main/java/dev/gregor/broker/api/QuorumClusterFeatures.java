package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.HashMap;
import java.util.Map;

/** Features by the newest metadata. */
final class QuorumClusterFeatures implements ClusterFeatures {
    private final ClusterMetadata metadata;
    private final Map<String, Levels> supported;

    QuorumClusterFeatures(ClusterMetadata metadata) {
        this.metadata = metadata;
        var levels = new HashMap<String, Levels>();
        metadata.supportedFeatures()
                .forEach((name, range) -> levels.put(name, new Levels(range.min(), range.max())));
        this.supported = Map.copyOf(levels);
    }

    @Override
    public Map<String, Levels> supported() {
        return supported;
    }

    @Override
    public Finalized finalized() {
        var features = metadata.finalizedFeatures();
        return new Finalized(features.levels(), features.epoch());
    }
}
