package dev.gregor.broker.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersionCollection;
import org.apache.kafka.common.message.ApiVersionsResponseData.FinalizedFeatureKey;
import org.apache.kafka.common.message.ApiVersionsResponseData.SupportedFeatureKey;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * ApiVersions, key 18 (KIP-35, KIP-511, KIP-584): which APIs are served in which versions, and the cluster's features.
 *
 * <p>A request of a version newer than ours is answered in version 0, with UNSUPPORTED_VERSION and the versions of this API
 * alone; a client name or version with characters beyond letters, digits, dots and dashes gets INVALID_REQUEST.
 */
final class ApiVersionsHandler implements RequestHandler<ApiVersionsRequestData, ApiVersionsResponseData> {
    private static final short CLIENT_SOFTWARE_SINCE = 3;
    /** Older clients cannot read a feature whose lowest level is 0 (KAFKA-17492). */
    private static final short FEATURES_FROM_LEVEL_0_SINCE = 4;

    private final HandlerRegistry registry;
    private final ClusterFeatures features;

    ApiVersionsHandler(HandlerRegistry registry, ClusterFeatures features) {
        this.registry = registry;
        this.features = features;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.API_VERSIONS;
    }

    @Override
    public CompletionStage<ApiVersionsResponseData> handle(RequestContext context, ApiVersionsRequestData request) {
        short version = context.apiVersion();
        if (version >= CLIENT_SOFTWARE_SINCE
                && !(isSoftwareName(request.clientSoftwareName()) && isSoftwareName(request.clientSoftwareVersion()))) {
            return CompletableFuture.completedFuture(
                    new ApiVersionsResponseData().setErrorCode(Errors.INVALID_REQUEST.code()));
        }
        return CompletableFuture.completedFuture(versions(version));
    }

    /** The answer to a version we do not know, to be written in version 0. */
    ApiVersionsResponseData unsupportedVersion() {
        var own = new ApiVersionCollection();
        own.add(apiVersion(this));
        return new ApiVersionsResponseData()
                .setErrorCode(Errors.UNSUPPORTED_VERSION.code())
                .setApiKeys(own);
    }

    private ApiVersionsResponseData versions(short version) {
        var response = new ApiVersionsResponseData();
        for (var handler : registry.handlers()) {
            response.apiKeys().add(apiVersion(handler));
        }
        features.supported().forEach((name, levels) -> {
            if (levels.min() > 0 || version >= FEATURES_FROM_LEVEL_0_SINCE) {
                response.supportedFeatures()
                        .add(new SupportedFeatureKey()
                                .setName(name)
                                .setMinVersion(levels.min())
                                .setMaxVersion(levels.max()));
            }
        });
        var finalized = features.finalized();
        response.setFinalizedFeaturesEpoch(finalized.epoch());
        finalized.levels().forEach((name, level) -> {
            if (level != 0) {
                response.finalizedFeatures()
                        .add(new FinalizedFeatureKey()
                                .setName(name)
                                .setMinVersionLevel(level)
                                .setMaxVersionLevel(level));
            }
        });
        return response;
    }

    private static ApiVersion apiVersion(RequestHandler<?, ?> handler) {
        return new ApiVersion()
                .setApiKey(handler.api().id)
                .setMinVersion(oldestAdvertised(handler))
                .setMaxVersion(handler.latestVersion());
    }

    /** librdkafka does not compress for a broker that seems not to serve Produce from version 0 on (KAFKA-18659). */
    private static short oldestAdvertised(RequestHandler<?, ?> handler) {
        return handler.api() == ApiKeys.PRODUCE
                ? ApiKeys.PRODUCE_API_VERSIONS_RESPONSE_MIN_VERSION
                : handler.oldestVersion();
    }

    /** Letters, digits, dots and dashes, the first and the last a letter or digit. Written out: a regex costs start-up time. */
    static boolean isSoftwareName(String name) {
        int length = name.length();
        if (length == 0 || !isLetterOrDigit(name.charAt(0)) || !isLetterOrDigit(name.charAt(length - 1))) {
            return false;
        }
        for (int i = 1; i < length - 1; i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
