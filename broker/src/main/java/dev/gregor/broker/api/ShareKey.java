package dev.gregor.broker.api;

import org.apache.kafka.common.Uuid;

/** The key by which a share group's coordinator is looked up: {@code group:topicId:partition} (KIP-932), read from the right. */
final class ShareKey {
    private ShareKey() {}

    static boolean isValid(String key) {
        var partitionAt = key.lastIndexOf(':');
        var topicAt = partitionAt < 0 ? -1 : key.lastIndexOf(':', partitionAt - 1);
        if (topicAt < 0 || key.substring(0, topicAt).isBlank()) {
            return false;
        }
        try {
            Uuid.fromString(key.substring(topicAt + 1, partitionAt));
            Integer.parseInt(key.substring(partitionAt + 1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
