package dev.gregor.cli.config;

import dev.gregor.cli.quota.QuotaEntity;
import dev.gregor.cli.quota.Quotas;
import dev.gregor.cli.user.ScramUsers;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;

/** Prints what {@code kafka-configs.sh --describe} prints, byte for byte. */
final class ConfigsDescribe {
    private final ClusterClient client;
    private final PrintStream out;

    ConfigsDescribe(ClusterClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    void describe(EntitySelection entities, boolean all) {
        var kind = ConfigKind.ofPlural(entities.types().get(0));
        if (kind.isPresent()) {
            describeConfigs(kind.get(), entities.names(), all);
            return;
        }
        describeQuotas(entities);
        if (entities.isOf(EntitySelection.USERS) && !entities.isOf(EntitySelection.CLIENTS) && !entities.hasDefault()) {
            describeUsers(entities.names());
        }
    }

    private void describeConfigs(ConfigKind kind, List<String> names, boolean all) {
        var described = names.isEmpty() ? everyName(kind) : List.of(names.get(0));
        if (!names.isEmpty() && !all && !exists(new ConfigResource(kind, names.get(0)))) {
            out.println(
                    "The " + singular(kind) + " '" + names.get(0) + "' doesn't exist and doesn't have dynamic config.");
            return;
        }
        var configs = new Configs(client);
        for (var name : described) {
            var resource = new ConfigResource(kind, name);
            out.println(
                    resource.isDefault()
                            ? "Default configs for " + kind.plural() + " in the cluster are:"
                            : (all ? "All" : "Dynamic") + " configs for " + singular(kind) + " " + name + " are:");
            if (!resource.isDefault()) {
                checkTopicName(resource);
            }
            for (var entry : all ? configs.of(resource) : configs.setFor(resource)) {
                out.println(line(entry));
            }
        }
    }

    private List<String> everyName(ConfigKind kind) {
        var names = new ConfigNames(client).of(kind);
        if (kind == ConfigKind.BROKER) {
            names.add("");
        }
        return names;
    }

    private boolean exists(ConfigResource resource) {
        checkTopicName(resource);
        return new ConfigNames(client).has(resource);
    }

    private static void checkTopicName(ConfigResource resource) {
        if (resource.kind() == ConfigKind.TOPIC) {
            try {
                Topic.validate(resource.name());
            } catch (InvalidTopicException invalid) {
                throw new InvalidConfigsException(String.valueOf(invalid.getMessage()));
            }
        }
    }

    private static String singular(ConfigKind kind) {
        return kind.plural().substring(0, kind.plural().length() - 1);
    }

    private static String line(ConfigEntry entry) {
        var line = new StringBuilder("  ")
                .append(entry.name())
                .append('=')
                .append(entry.value().orElse("null"))
                .append(" sensitive=")
                .append(entry.isSensitive())
                .append(" synonyms={");
        var separator = "";
        for (var synonym : entry.synonyms()) {
            line.append(separator)
                    .append(ConfigSource.nameOf(synonym.source()))
                    .append(':')
                    .append(synonym.name())
                    .append('=')
                    .append(synonym.value().orElse("null"));
            separator = ", ";
        }
        return line.append('}').toString();
    }

    private void describeQuotas(EntitySelection entities) {
        for (var quota : new Quotas(client).find(QuotaComponents.of(entities), true)) {
            var line = new StringBuilder("Quota configs for ");
            var separator = "";
            for (var part : quota.entity().parts()) {
                var kind = word(part.kind());
                line.append(separator)
                        .append(
                                part.name().isPresent()
                                        ? kind + " '" + part.name().get() + "'"
                                        : "the default " + kind);
                separator = ", ";
            }
            line.append(" are ");
            separator = "";
            for (var value : quota.values().entrySet()) {
                line.append(separator).append(value.getKey()).append('=').append(value.getValue());
                separator = ", ";
            }
            out.println(line);
        }
    }

    private static String word(String kind) {
        return switch (kind) {
            case QuotaEntity.USER -> "user-principal";
            case QuotaEntity.CLIENT_ID -> "client-id";
            default -> "ip";
        };
    }

    private void describeUsers(List<String> names) {
        if (client.throughControllers()) {
            throw QuotaComponents.notThroughControllers();
        }
        for (var user : new ScramUsers(client).find(names)) {
            if (user.error().isPresent()) {
                // An ExecutionException is what Kafka's tool names here, and its message is the cause's own text.
                var cause = user.error().get();
                out.println("Error retrieving SCRAM credential configs for user-principal '" + user.name()
                        + "': ExecutionException: " + cause.kafkaClassName() + ": " + cause.getMessage());
                continue;
            }
            var credentials = new ArrayList<String>();
            for (var credential : user.credentials()) {
                credentials.add(credential.mechanism() + "=iterations=" + credential.iterations());
            }
            out.println("SCRAM credential configs for user-principal '" + user.name() + "' are "
                    + String.join(", ", credentials));
        }
    }
}
