package dev.gregor.broker.api;

import java.util.Map;

/** The features of this broker and of the cluster (KIP-584), as ApiVersions tells them. Called on event loops. */
public interface ClusterFeatures {
    /** @return feature name to the levels this broker can serve */
    Map<String, Levels> supported();

    /** @return the levels in force, of the newest metadata applied here */
    Finalized finalized();

    /** Both ends inclusive. */
    record Levels(short min, short max) {}

    /**
     * @param levels feature name to level, of features above level 0
     * @param epoch offset of the metadata they come from, or -1 if none is known yet
     */
    record Finalized(Map<String, Short> levels, long epoch) {
        public Finalized {
            levels = Map.copyOf(levels);
        }
    }
}
