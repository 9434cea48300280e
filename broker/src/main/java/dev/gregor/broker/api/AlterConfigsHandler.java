package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Configurations;
import dev.gregor.broker.quorum.Controller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.message.AlterConfigsRequestData;
import org.apache.kafka.common.message.AlterConfigsRequestData.AlterConfigsResource;
import org.apache.kafka.common.message.AlterConfigsResponseData;
import org.apache.kafka.common.message.AlterConfigsResponseData.AlterConfigsResourceResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;

/**
 * AlterConfigs, key 33, versions 0–2 (KIP-133): replaces all dynamic configs of a resource. Older clients know nothing else;
 * newer ones use IncrementalAlterConfigs.
 */
final class AlterConfigsHandler implements RequestHandler<AlterConfigsRequestData, AlterConfigsResponseData> {
    private final Controller controller;
    private final Configurations configurations;

    AlterConfigsHandler(Controller controller, Configurations configurations) {
        this.controller = controller;
        this.configurations = configurations;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.ALTER_CONFIGS;
    }

    @Override
    public CompletionStage<AlterConfigsResponseData> handle(RequestContext context, AlterConfigsRequestData request) {
        var changes = new ConfigChanges();
        for (var resource : request.resources()) {
            changes.count(resource.resourceType(), resource.resourceName());
        }
        var errors = new HashMap<ConfigResource, ApiError>();
        var wanted = new HashMap<ConfigResource, Map<String, String>>();
        for (var resource : request.resources()) {
            var id = ConfigChanges.resource(resource.resourceType(), resource.resourceName());
            changes.error(id, resource.resourceType(), keys(resource), nullKeys(resource), () -> check(id, resource))
                    .ifPresentOrElse(error -> errors.put(id, error), () -> wanted.put(id, configs(resource)));
        }
        return controller
                .alterConfigs(context, wanted, request.validateOnly())
                .thenApply(results -> {
                    errors.putAll(results);
                    var response = new AlterConfigsResponseData();
                    for (var resource : request.resources()) {
                        response.responses().add(row(resource, errors));
                    }
                    return response;
                });
    }

    private void check(ConfigResource id, AlterConfigsResource resource) {
        if (id.type() == ConfigResource.Type.BROKER_LOGGER) {
            throw new InvalidRequestException("Unknown resource type " + resource.resourceType());
        }
        if (id.type() == ConfigResource.Type.BROKER) {
            configurations.checkBrokerConfigs(id.name(), configs(resource));
        }
    }

    private static List<String> keys(AlterConfigsResource resource) {
        var keys = new ArrayList<String>();
        resource.configs().forEach(config -> keys.add(config.name()));
        return keys;
    }

    private static List<String> nullKeys(AlterConfigsResource resource) {
        var keys = new ArrayList<String>();
        resource.configs().forEach(config -> {
            if (config.value() == null) {
                keys.add(config.name());
            }
        });
        return keys;
    }

    private static Map<String, String> configs(AlterConfigsResource resource) {
        var configs = new HashMap<String, String>();
        resource.configs().forEach(config -> configs.put(config.name(), config.value()));
        return configs;
    }

    private static AlterConfigsResourceResponse row(
            AlterConfigsResource resource, Map<ConfigResource, ApiError> errors) {
        var id = ConfigChanges.resource(resource.resourceType(), resource.resourceName());
        var error = errors.getOrDefault(id, new ApiError(Errors.UNKNOWN_SERVER_ERROR));
        return new AlterConfigsResourceResponse()
                .setResourceName(resource.resourceName())
                .setResourceType(resource.resourceType())
                .setErrorCode(error.error().code())
                .setErrorMessage(error.message());
    }
}
