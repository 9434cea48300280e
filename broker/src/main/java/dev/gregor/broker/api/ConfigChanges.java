package dev.gregor.broker.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;

/** What is checked of a request to change configs before the controller sees it, resource by resource. */
final class ConfigChanges {
    private final Map<ConfigResource, Integer> times = new HashMap<>();

    void count(byte type, String name) {
        times.merge(resource(type, name), 1, Integer::sum);
    }

    static ConfigResource resource(byte type, String name) {
        return new ConfigResource(ConfigResource.Type.forId(type), name);
    }

    /**
     * @param check of what is particular to the resource; its exception is the error
     * @return the resource's error, or nothing if the controller may decide
     */
    Optional<ApiError> error(
            ConfigResource resource, byte type, Collection<String> keys, Collection<String> nullKeys, Runnable check) {
        if (times.getOrDefault(resource, 0) > 1) {
            return Optional.of(new ApiError(Errors.INVALID_REQUEST, "Each resource must appear at most once."));
        }
        try {
            if (new HashSet<>(keys).size() < keys.size()) {
                throw new InvalidRequestException("Error due to duplicate config keys");
            }
            if (!nullKeys.isEmpty()) {
                throw new InvalidRequestException("Null value not supported for : " + String.join(", ", nullKeys));
            }
            switch (resource.type()) {
                case BROKER, BROKER_LOGGER, TOPIC, CLIENT_METRICS, GROUP -> check.run();
                default -> throw new InvalidRequestException("Unknown resource type " + type);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(ApiError.fromThrowable(e));
        }
    }
}
