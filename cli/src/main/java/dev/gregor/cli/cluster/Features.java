package dev.gregor.cli.cluster;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.UpdateFeaturesRequestData;
import org.apache.kafka.common.message.UpdateFeaturesRequestData.FeatureUpdateKey;
import org.apache.kafka.common.message.UpdateFeaturesResponseData;

/** A cluster's features and their levels (KIP-584, KIP-1022). Refusals come as {@link ApiErrorException}. */
final class Features {
    private final ClusterClient client;

    Features(ClusterClient client) {
        this.client = client;
    }

    /** A feature a node supports, and the level that is set in the cluster, 0 when none is. */
    record Feature(String name, short minLevel, short maxLevel, short finalizedLevel) {}

    /**
     * What a node knows.
     *
     * @param epoch of the finalized levels, empty while there are none
     */
    record Known(List<Feature> features, Optional<Long> epoch) {}

    /** How far a level may go down. */
    enum Direction {
        /** Up only. */
        UPGRADE(1),
        /** Down where nothing is lost. */
        SAFE_DOWNGRADE(2),
        /** Down whatever is lost. */
        UNSAFE_DOWNGRADE(3);

        private final byte code;

        Direction(int code) {
            this.code = (byte) code;
        }
    }

    /** The features by name, as this node knows them. */
    Known describe(Target node) {
        var answer = client.ask(
                node,
                new ApiVersionsRequestData().setClientSoftwareName("gregor").setClientSoftwareVersion(Version.TEXT),
                new ApiVersionsResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), null);
        }
        var features = new ArrayList<Feature>();
        for (var supported : answer.supportedFeatures()) {
            var finalized = answer.finalizedFeatures().find(supported.name());
            features.add(new Feature(
                    supported.name(),
                    supported.minVersion(),
                    supported.maxVersion(),
                    finalized == null ? 0 : finalized.maxVersionLevel()));
        }
        features.sort(Comparator.comparing(Feature::name));
        long epoch = answer.finalizedFeaturesEpoch();
        return new Known(features, epoch < 0 ? Optional.empty() : Optional.of(epoch));
    }

    /**
     * Sets levels.
     *
     * @param validateOnly whether the cluster shall only say what it would answer
     * @return how each fared, by name; no error means done
     */
    Map<String, Optional<ApiErrorException>> update(
            Map<String, Short> levels, Direction direction, boolean validateOnly) {
        var request = new UpdateFeaturesRequestData()
                .setTimeoutMs(client.requestTimeoutMs())
                .setValidateOnly(validateOnly);
        for (var level : levels.entrySet()) {
            request.featureUpdates()
                    .add(new FeatureUpdateKey()
                            .setFeature(level.getKey())
                            .setMaxVersionLevel(level.getValue())
                            .setUpgradeType(direction.code));
        }
        var answer = client.ask(
                Target.controller(), request, new UpdateFeaturesResponseData(), UpdateFeaturesResponseData::errorCode);
        var outcomes = new TreeMap<String, Optional<ApiErrorException>>();
        for (var name : levels.keySet()) {
            outcomes.put(name, error(answer.errorCode(), answer.errorMessage()));
        }
        if (answer.errorCode() == ErrorCodes.NONE) {
            for (var row : answer.results()) {
                outcomes.put(row.feature(), error(row.errorCode(), row.errorMessage()));
            }
        }
        return outcomes;
    }

    private static Optional<ApiErrorException> error(short code, @org.jspecify.annotations.Nullable String message) {
        return code == ErrorCodes.NONE ? Optional.empty() : Optional.of(new ApiErrorException(code, message));
    }
}
