package dev.gregor.cli.config;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;

/** What configs a cluster has. Refusals come as {@link ApiErrorException}. */
public final class Configs {
    private static final Comparator<ConfigEntry> BY_NAME = new ByName();

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public Configs(ClusterClient client) {
        this.client = client;
    }

    /** Every config of a resource with its synonyms, by name. */
    public List<ConfigEntry> of(ConfigResource resource) {
        return of(resource, true);
    }

    /** Every config that such a resource may have; those of the default of all brokers are the ones any broker has. */
    public List<ConfigEntry> possible(ConfigResource resource) {
        if (resource.kind() == ConfigKind.BROKER && resource.isDefault()) {
            for (var broker : client.cluster().brokers()) {
                return of(new ConfigResource(ConfigKind.BROKER, String.valueOf(broker.id())));
            }
        }
        return of(resource);
    }

    /** Those that were set for this resource itself, by name; a broker's loggers are all set. */
    public List<ConfigEntry> setFor(ConfigResource resource) {
        var set = new ArrayList<ConfigEntry>();
        byte source = resource.kind() == ConfigKind.BROKER && resource.isDefault()
                ? ConfigSource.BROKERS
                : resource.kind().ownSource();
        for (var entry : of(resource, true)) {
            if (resource.kind() == ConfigKind.BROKER_LOGGER || entry.source() == source) {
                set.add(entry);
            }
        }
        return set;
    }

    /** Every config of a resource in the broker's order, without synonyms. */
    List<ConfigEntry> inBrokersOrder(ConfigResource resource) {
        return ask(resource.teller(client), resource, false);
    }

    private List<ConfigEntry> of(ConfigResource resource, boolean synonyms) {
        var entries = ask(resource.teller(client), resource, synonyms);
        entries.sort(BY_NAME);
        return entries;
    }

    private List<ConfigEntry> ask(Target teller, ConfigResource resource, boolean synonyms) {
        var request = new DescribeConfigsRequestData().setIncludeSynonyms(synonyms);
        request.resources()
                .add(new DescribeConfigsResource()
                        .setResourceType(resource.kind().type())
                        .setResourceName(resource.name())
                        .setConfigurationKeys(null));
        var answer = client.ask(teller, request, new DescribeConfigsResponseData());
        var entries = new ArrayList<ConfigEntry>();
        for (var result : answer.results()) {
            if (result.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(result.errorCode(), result.errorMessage());
            }
            for (var config : result.configs()) {
                entries.add(entry(config));
            }
        }
        return entries;
    }

    private static ConfigEntry entry(DescribeConfigsResourceResult config) {
        var synonyms = new ArrayList<ConfigEntry.Synonym>();
        for (var synonym : config.synonyms()) {
            synonyms.add(
                    new ConfigEntry.Synonym(synonym.name(), Optional.ofNullable(synonym.value()), synonym.source()));
        }
        return new ConfigEntry(
                config.name(),
                Optional.ofNullable(config.value()),
                config.configSource(),
                config.isSensitive(),
                config.readOnly(),
                synonyms);
    }

    /** A class: a lambda costs a command's start milliseconds. */
    private static final class ByName implements Comparator<ConfigEntry> {
        @Override
        public int compare(ConfigEntry one, ConfigEntry other) {
            return one.name().compareTo(other.name());
        }
    }
}
