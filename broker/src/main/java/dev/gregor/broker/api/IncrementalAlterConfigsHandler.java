package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Configurations;
import dev.gregor.broker.quorum.Controller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData.AlterConfigsResource;
import org.apache.kafka.common.message.IncrementalAlterConfigsResponseData;
import org.apache.kafka.common.message.IncrementalAlterConfigsResponseData.AlterConfigsResourceResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;

/**
 * IncrementalAlterConfigs, key 44, versions 0–1 (KIP-339): sets, deletes, appends to and subtracts from dynamic configs. One bad
 * resource never fails the others.
 */
final class IncrementalAlterConfigsHandler
        implements RequestHandler<IncrementalAlterConfigsRequestData, IncrementalAlterConfigsResponseData> {
    private final Controller controller;
    private final Configurations configurations;

    IncrementalAlterConfigsHandler(Controller controller, Configurations configurations) {
        this.controller = controller;
        this.configurations = configurations;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.INCREMENTAL_ALTER_CONFIGS;
    }

    @Override
    public CompletionStage<IncrementalAlterConfigsResponseData> handle(
            RequestContext context, IncrementalAlterConfigsRequestData request) {
        var changes = new ConfigChanges();
        for (var resource : request.resources()) {
            changes.count(resource.resourceType(), resource.resourceName());
        }
        var errors = new HashMap<ConfigResource, ApiError>();
        var wanted = new HashMap<ConfigResource, Map<String, Map.Entry<AlterConfigOp.OpType, String>>>();
        for (var resource : request.resources()) {
            var id = ConfigChanges.resource(resource.resourceType(), resource.resourceName());
            changes.error(id, resource.resourceType(), keys(resource), nullKeys(resource), () -> check(id, resource))
                    .ifPresentOrElse(error -> errors.put(id, error), () -> wanted.put(id, operations(resource)));
        }
        return controller
                .incrementalAlterConfigs(context, wanted, request.validateOnly())
                .thenApply(results -> {
                    errors.putAll(results);
                    var response = new IncrementalAlterConfigsResponseData();
                    for (var resource : request.resources()) {
                        response.responses().add(row(resource, errors));
                    }
                    return response;
                });
    }

    private void check(ConfigResource id, AlterConfigsResource resource) {
        if (id.type() == ConfigResource.Type.BROKER_LOGGER) {
            throw new InvalidRequestException("Levels of loggers cannot be changed while this broker runs.");
        }
        if (id.type() == ConfigResource.Type.BROKER) {
            configurations.checkBrokerConfigs(id.name(), after(id, resource));
        }
    }

    /** What the dynamic configs of a broker would be after the change. */
    private Map<String, String> after(ConfigResource id, AlterConfigsResource resource) {
        var configs = new HashMap<>(configurations.dynamic(id));
        for (var config : resource.configs()) {
            switch (operation(config.configOperation())) {
                case SET -> configs.put(config.name(), config.value());
                case DELETE -> configs.remove(config.name());
                case APPEND -> {
                    var items = items(configs, config.name());
                    for (var item : config.value().split(",")) {
                        if (!items.contains(item)) {
                            items.add(item);
                        }
                    }
                    configs.put(config.name(), String.join(",", items));
                }
                case SUBTRACT -> {
                    var items = items(configs, config.name());
                    items.removeAll(Arrays.asList(config.value().split(",")));
                    configs.put(config.name(), String.join(",", items));
                }
            }
        }
        return configs;
    }

    private List<String> items(Map<String, String> configs, String name) {
        if (!configurations.isList(name)) {
            throw new InvalidConfigurationException(
                    "Config value append is not allowed for config key: " + name);
        }
        var value = configs.getOrDefault(name, configurations.brokerDefault(name).orElse(""));
        return value.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList(value.split(",")));
    }

    private static AlterConfigOp.OpType operation(byte id) {
        var operation = AlterConfigOp.OpType.forId(id);
        if (operation == null) {
            throw new InvalidRequestException("Unknown operations type " + id);
        }
        return operation;
    }

    private static List<String> keys(AlterConfigsResource resource) {
        var keys = new ArrayList<String>();
        resource.configs().forEach(config -> keys.add(config.name()));
        return keys;
    }

    private static List<String> nullKeys(AlterConfigsResource resource) {
        var keys = new ArrayList<String>();
        resource.configs().forEach(config -> {
            if (config.value() == null && config.configOperation() != AlterConfigOp.OpType.DELETE.id()) {
                keys.add(config.name());
            }
        });
        return keys;
    }

    private static Map<String, Map.Entry<AlterConfigOp.OpType, String>> operations(AlterConfigsResource resource) {
        var operations = new HashMap<String, Map.Entry<AlterConfigOp.OpType, String>>();
        for (var config : resource.configs()) {
            // Null values and operations nobody knows are the controller's to refuse.
            operations.put(
                    config.name(),
                    new java.util.AbstractMap.SimpleEntry<>(
                            AlterConfigOp.OpType.forId(config.configOperation()), config.value()));
        }
        return operations;
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
