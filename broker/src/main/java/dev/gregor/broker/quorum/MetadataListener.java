package dev.gregor.broker.quorum;

import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;

/** Told of each new metadata image, after partitions were changed by it. Called in order by one thread; must not block. */
@FunctionalInterface
public interface MetadataListener {
    /** @param delta from the empty image at the first call, later from the image before */
    void onMetadata(MetadataDelta delta, MetadataImage image);
}
