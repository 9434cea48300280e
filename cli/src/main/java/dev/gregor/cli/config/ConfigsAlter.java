package dev.gregor.cli.config;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.quota.Quotas;
import dev.gregor.cli.user.ScramMechanism;
import dev.gregor.cli.user.ScramUsers;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Does what {@code kafka-configs.sh --alter} does, with its words. */
final class ConfigsAlter {
    private static final List<String> QUOTAS =
            List.of("producer_byte_rate", "consumer_byte_rate", "request_percentage", "controller_mutation_rate");
    private static final String ADDRESS_QUOTA = "connection_creation_rate";

    private final ClusterClient client;
    private final EntitySelection entities;
    private final Map<String, String> set = new LinkedHashMap<>();
    private final List<String> remove = new ArrayList<>();

    ConfigsAlter(ClusterClient client, EntitySelection entities, ParsedOptions options) {
        this.client = client;
        this.entities = entities;
        var pairs = new Properties();
        if (options.has("add-config-file")) {
            pairs = ConnectionSettings.readProperties(
                    Path.of(options.value("add-config-file").orElseThrow()));
        }
        if (options.has("add-config")) {
            pairs = ConfigPairs.parse(options.value("add-config").orElseThrow());
        }
        ConfigPairs.checkKeys(pairs);
        for (var name : pairs.keySet()) {
            set.put(name.toString(), pairs.getProperty(name.toString()));
        }
        for (var name : options.commaSeparated("delete-config")) {
            remove.add(name.trim());
        }
    }

    void run(PrintStream out) {
        var type = entities.types().get(0);
        var name = entities.names().get(0);
        switch (type) {
            case "broker-loggers" -> alterLoggers(new ConfigResource(ConfigKind.BROKER_LOGGER, name));
            case EntitySelection.USERS, EntitySelection.CLIENTS -> alterUserOrClient(type);
            case EntitySelection.IPS -> alterAddress();
            default ->
                new ConfigChanges(client)
                        .alter(new ConfigResource(ConfigKind.ofPlural(type).orElseThrow(), name), set, remove, false);
        }
        out.println(
                name.isEmpty()
                        ? "Completed updating default config for " + type + " in the cluster."
                        : "Completed updating config for " + type.substring(0, type.length() - 1) + " " + name + ".");
    }

    private void alterLoggers(ConfigResource resource) {
        var loggers = new ArrayList<String>();
        for (var entry : new Configs(client).inBrokersOrder(resource)) {
            loggers.add(entry.name());
        }
        var unknown = new ArrayList<>(remove);
        unknown.addAll(set.keySet());
        unknown.removeAll(loggers);
        if (!unknown.isEmpty()) {
            throw new InvalidConfigsException("Invalid broker logger(s): " + String.join(",", unknown));
        }
        new ConfigChanges(client).alter(resource, set, remove, false);
    }

    private void alterUserOrClient(String type) {
        var addsScram = withScram(set.keySet());
        var removesScram = withScram(remove);
        var addsUnknown = unknown(set.keySet());
        var removesUnknown = unknown(remove);
        if (type.equals(EntitySelection.CLIENTS) || entities.types().size() == 2) {
            addsUnknown.addAll(addsScram);
            removesUnknown.addAll(removesScram);
            refuse(addsUnknown, "Only quota configs can be added for 'clients'", "Set");
            refuse(removesUnknown, "Only quota configs can be deleted for 'clients'", "ArrayBuffer");
        } else {
            refuse(addsUnknown, "Only quota and SCRAM credential configs can be added for 'users'", "Set");
            refuse(removesUnknown, "Only quota and SCRAM credential configs can be deleted for 'users'", "ArrayBuffer");
            checkScram(!addsScram.isEmpty() || !removesScram.isEmpty());
        }
        if (hasQuotas()) {
            alterQuotas();
        } else {
            alterScram();
        }
    }

    private void checkScram(boolean alters) {
        if (!alters) {
            return;
        }
        if (entities.hasDefault()) {
            throw new IllegalArgumentException("The use of --entity-default or --user-defaults is not allowed with User"
                    + " SCRAM Credentials using --bootstrap-server.");
        }
        if (hasQuotas()) {
            throw new IllegalArgumentException("Cannot alter both quota and SCRAM credential configs simultaneously for"
                    + " 'users' using --bootstrap-server.");
        }
    }

    private boolean hasQuotas() {
        for (var quota : QUOTAS) {
            if (set.containsKey(quota) || remove.contains(quota)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> withScram(Iterable<String> names) {
        var found = new ArrayList<String>();
        for (var name : names) {
            if (ScramMechanism.named(name).isPresent()) {
                found.add(name);
            }
        }
        return found;
    }

    private static List<String> unknown(Iterable<String> names) {
        var found = new ArrayList<String>();
        for (var name : names) {
            if (!QUOTAS.contains(name) && ScramMechanism.named(name).isEmpty()) {
                found.add(name);
            }
        }
        return found;
    }

    /** Kafka's tool is Scala and prints its collections with their kind, which scripts may have seen. */
    private static void refuse(List<String> names, String sentence, String collection) {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(sentence + " using --bootstrap-server. Unexpected config names: "
                    + collection + "(" + String.join(", ", names) + ")");
        }
    }

    private void alterAddress() {
        var unknown = new ArrayList<>(set.keySet());
        unknown.addAll(remove);
        unknown.removeIf(name -> name.equals(ADDRESS_QUOTA));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only connection quota configs can be added for 'ips' using --bootstrap-server. Unexpected config"
                            + " names: " + String.join(",", unknown));
        }
        alterQuotas();
    }

    private void alterQuotas() {
        if (client.throughControllers()) {
            throw QuotaComponents.notThroughControllers();
        }
        var quotas = new Quotas(client);
        var present = quotas.find(QuotaComponents.of(entities), true);
        var absent = new ArrayList<>(remove);
        if (!present.isEmpty()) {
            absent.removeAll(present.get(0).values().keySet());
        }
        if (!absent.isEmpty()) {
            throw new InvalidConfigsException("Invalid config(s): " + String.join(",", absent));
        }
        var values = new LinkedHashMap<String, Double>();
        for (var pair : set.entrySet()) {
            try {
                values.put(pair.getKey(), Double.valueOf(pair.getValue()));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(
                        "Cannot parse quota configuration value for " + pair.getKey() + ": " + pair.getValue(),
                        notANumber);
            }
        }
        quotas.alter(QuotaComponents.entity(entities), values, remove);
    }

    private void alterScram() {
        var secrets = new ArrayList<ScramUsers.Secret>();
        for (var pair : set.entrySet()) {
            secrets.add(ScramValue.parse(ScramMechanism.named(pair.getKey()).orElseThrow(), pair.getValue()));
        }
        var mechanisms = new ArrayList<ScramMechanism>();
        for (var name : remove) {
            mechanisms.add(ScramMechanism.named(name).orElseThrow());
        }
        if (client.throughControllers()) {
            throw QuotaComponents.notThroughControllers();
        }
        new ScramUsers(client).alter(entities.names().get(0), secrets, mechanisms);
    }
}
