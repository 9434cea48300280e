package dev.gregor.broker.quorum;

import org.apache.kafka.image.MetadataImage;

/** A broker's view of the cluster, moved from image to image by a test. */
public final class SteppedMetadata {
    private final ClusterMetadata metadata = new ClusterMetadata("test");

    public ClusterMetadata metadata() {
        return metadata;
    }

    public void advance(MetadataImage image) {
        metadata.advance(image);
    }
}
