package dev.gregor.cli.config;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.UnsupportedApiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.message.ListConfigResourcesRequestData;
import org.apache.kafka.common.message.ListConfigResourcesResponseData;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;

/** The names of what has configs: topics, brokers, groups, and resources that exist by their configs alone (KIP-1142). */
public final class ConfigNames {
    private static final short LIST_CONFIG_RESOURCES = 74;
    private static final short ANY_TYPE = 1;
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public ConfigNames(ClusterClient client) {
        this.client = client;
    }

    /** Every name of this kind, brokers by id, all else in the cluster's order; brokers' default has none. */
    public List<String> of(ConfigKind kind) {
        return switch (kind) {
            case TOPIC -> new ArrayList<>(topics());
            case BROKER, BROKER_LOGGER -> brokers();
            case CLIENT_METRICS -> resources(kind);
            case GROUP -> {
                var names = new LinkedHashSet<>(groups());
                names.addAll(groupResources().orElse(List.of()));
                yield new ArrayList<>(names);
            }
        };
    }

    /** Whether there is a resource of this name; true where an old or strict cluster does not tell. */
    boolean has(ConfigResource resource) {
        var name = resource.name();
        return switch (resource.kind()) {
            case TOPIC -> topics().contains(name);
            case BROKER, BROKER_LOGGER -> resource.isDefault() || brokers().contains(name);
            case CLIENT_METRICS -> resources(resource.kind()).contains(name);
            case GROUP -> {
                if (groups().contains(name)) {
                    yield true;
                }
                var named = groupResources();
                yield named.isEmpty() || named.get().contains(name);
            }
        };
    }

    private Set<String> topics() {
        // A plain HashSet on purpose: its order is the order in which Kafka's tool prints topics.
        var names = new HashSet<String>();
        for (var topic :
                client.metadata(new MetadataRequestData().setTopics(null)).topics()) {
            names.add(topic.name());
        }
        return names;
    }

    private List<String> brokers() {
        var ids = new ArrayList<Integer>();
        for (var broker : client.cluster().brokers()) {
            ids.add(broker.id());
        }
        ids.sort(null);
        var names = new ArrayList<String>();
        for (var id : ids) {
            names.add(String.valueOf(id));
        }
        return names;
    }

    private List<String> groups() {
        var names = new ArrayList<String>();
        for (var broker : client.cluster().brokers()) {
            var answer = client.ask(
                    Target.broker(broker.id()),
                    new ListGroupsRequestData(),
                    new ListGroupsResponseData(),
                    ListGroupsResponseData::errorCode);
            if (answer.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(answer.errorCode(), null);
            }
            for (var group : answer.groups()) {
                names.add(group.groupId());
            }
        }
        return names;
    }

    private Optional<List<String>> groupResources() {
        var range = client.served(Target.anyBroker()).get(LIST_CONFIG_RESOURCES);
        if (range == null || !range.includes(ANY_TYPE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(resources(ConfigKind.GROUP));
        } catch (UnsupportedApiException notServed) {
            return Optional.empty();
        } catch (ApiErrorException refused) {
            if (refused.code() == CLUSTER_AUTHORIZATION_FAILED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private List<String> resources(ConfigKind kind) {
        var request = new ListConfigResourcesRequestData();
        var range = client.served(Target.anyBroker()).get(LIST_CONFIG_RESOURCES);
        if (range != null && range.includes(ANY_TYPE)) {
            request.setResourceTypes(List.of(kind.type()));
        }
        var answer = client.ask(Target.anyBroker(), request, new ListConfigResourcesResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), null);
        }
        var names = new ArrayList<String>();
        for (var resource : answer.configResources()) {
            names.add(resource.resourceName());
        }
        return names;
    }
}
