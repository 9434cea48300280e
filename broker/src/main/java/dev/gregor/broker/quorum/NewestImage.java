package dev.gregor.broker.quorum;

import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;

/** Keeps the newest image that was loaded. */
final class NewestImage implements MetadataPublisher {
    private volatile MetadataImage image = MetadataImage.EMPTY;

    @Override
    public String name() {
        return "NewestImage";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage newImage, LoaderManifest manifest) {
        image = newImage;
    }

    MetadataImage image() {
        return image;
    }
}
