package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Configurations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * DescribeConfigs, key 32, versions 1–4 (KIP-133, KIP-226, KIP-569): configs in force, with where they come from. A resource
 * that is wrong has its error in its own row. Loggers are none: their levels are not changed while the broker runs.
 */
final class DescribeConfigsHandler implements RequestHandler<DescribeConfigsRequestData, DescribeConfigsResponseData> {
    private final Configurations configurations;

    DescribeConfigsHandler(Configurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_CONFIGS;
    }

    @Override
    public CompletionStage<DescribeConfigsResponseData> handle(
            RequestContext context, DescribeConfigsRequestData request) {
        var response = new DescribeConfigsResponseData();
        for (var resource : request.resources()) {
            response.results()
                    .add(configurations.describe(
                            resource, request.includeSynonyms(), request.includeDocumentation()));
        }
        return CompletableFuture.completedFuture(response);
    }
}
