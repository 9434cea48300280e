package dev.gregor.cli.config;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The options of {@code kafka-configs.sh}, and which of them go together; texts and order of the checks are Kafka's. */
final class ConfigsOptions {
    private static final List<String> TYPES =
            List.of("topics", "clients", "users", "brokers", "ips", "client-metrics", "groups", "broker-loggers");

    private ConfigsOptions() {}

    static OptionTable table() {
        return new OptionTable(
                        "kafka-configs.sh",
                        "This tool helps to manipulate and describe entity config for a topic, client, user, broker, ip,"
                                + " client-metrics or group")
                .value("bootstrap-server", "server to connect to", "The Kafka servers to connect to.")
                .value("bootstrap-controller", "controller to connect to", "The Kafka controllers to connect to.")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag("alter", "Alter the configuration for the entity.")
                .flag("describe", "List configs for the given entity.")
                .flag("all", "List all configs for the given entity, including static configs if available.")
                .value(
                        "entity-type",
                        "String",
                        "Type of entity (topics/clients/users/brokers/broker-loggers/ips/client-metrics/groups)")
                .value(
                        "entity-name",
                        "String",
                        "Name of entity (topic name/client id/user principal name/broker id/ip/client metrics/group id)")
                .flag(
                        "entity-default",
                        "Default entity name for clients/users/brokers/ips (applies to corresponding entity type)")
                .value(
                        "add-config",
                        "String",
                        "Key Value pairs of configs to add. Square brackets can be used to group values which contain commas: 'k1=v1,k2=[v1,v2,v2],k3=v3'. "
                                + "Topics, brokers and groups: the names that --describe --all lists. Users and clients: consumer_byte_rate, controller_mutation_rate, producer_byte_rate, request_percentage. "
                                + "Users also: SCRAM-SHA-256 and SCRAM-SHA-512 as '[iterations=8192,password=...]'. Ips: connection_creation_rate. Client metrics: interval.ms, match, metrics. "
                                + "Entity types 'users' and 'clients' may be specified together to update config for clients of a specific user.")
                .value(
                        "add-config-file",
                        "String",
                        "Path to a properties file with configs to add. See add-config for a list of valid configurations.")
                .value("delete-config", "String", "config keys to remove 'k1,k2'")
                .value("topic", "String", "The topic's name.")
                .value("client", "String", "The client's ID.")
                .flag("client-defaults", "The config defaults for all clients.")
                .value("user", "String", "The user's principal name.")
                .flag("user-defaults", "The config defaults for all users.")
                .value("broker", "String", "The broker's ID.")
                .flag("broker-defaults", "The config defaults for all brokers.")
                .value("broker-logger", "String", "The broker's ID for its logger config.")
                .flag("ip-defaults", "The config defaults for all IPs.")
                .value("ip", "String", "The IP address.")
                .value("group", "String", "The group's ID.")
                .value("client-metrics", "String", "The client metrics config resource name.");
    }

    /**
     * Checks that there is one action with options of its own.
     *
     * @throws UsageException when there is not
     */
    static void checkAction(ParsedOptions options) {
        boolean alters = options.has("alter");
        if (alters == options.has("describe")) {
            throw new UsageException("Command must include exactly one action: --describe, --alter");
        }
        if (!alters) {
            notWithDescribe(options, "add-config");
            notWithDescribe(options, "delete-config");
        }
    }

    /**
     * Checks what goes together.
     *
     * @throws IllegalArgumentException with Kafka's message
     */
    static void check(ParsedOptions options, EntitySelection entities) {
        checkTypes(options, entities.types());
        if ((options.has("entity-name") || options.has("entity-type") || options.has("entity-default"))
                && EntitySelection.hasFlag(options)) {
            throw new IllegalArgumentException(
                    "--entity-{type,name,default} should not be used in conjunction with specific entity flags");
        }
        if (options.has("bootstrap-server") && options.has("bootstrap-controller")) {
            throw new IllegalArgumentException(
                    "Only one of --bootstrap-server or --bootstrap-controller can be specified");
        }
        checkNames(options, entities);
        if (options.has("alter")) {
            checkAlter(options, entities);
        } else {
            checkDescribe(options, entities);
        }
    }

    private static void notWithDescribe(ParsedOptions options, String name) {
        if (options.has(name)) {
            throw new UsageException("Option \"[describe]\" can't be used with option \"[" + name + "]\"");
        }
    }

    private static void checkTypes(ParsedOptions options, List<String> types) {
        Set<String> distinct = new HashSet<>();
        var repeated = new ArrayList<String>();
        for (var type : types) {
            if (!distinct.add(type)) {
                repeated.add(type);
            }
        }
        if (!repeated.isEmpty()) {
            throw new IllegalArgumentException("Duplicate entity type(s) specified: " + String.join(",", repeated));
        }
        if (!options.has("bootstrap-server") && !options.has("bootstrap-controller")) {
            throw new IllegalArgumentException(
                    "Either --bootstrap-server or --bootstrap-controller must be specified.");
        }
        for (var type : types) {
            if (!TYPES.contains(type)) {
                throw new IllegalArgumentException("Invalid entity type " + type + ", the entity type must be one of "
                        + String.join(", ", TYPES)
                        + " with a --bootstrap-server or --bootstrap-controller argument");
            }
        }
        if (types.isEmpty()) {
            throw new IllegalArgumentException("At least one entity type must be specified");
        }
        if (types.size() > 1 && !distinct.equals(Set.of(EntitySelection.USERS, EntitySelection.CLIENTS))) {
            throw new IllegalArgumentException("Only 'users' and 'clients' entity types may be specified together");
        }
    }

    private static void checkNames(ParsedOptions options, EntitySelection entities) {
        if (!entities.hasName()) {
            return;
        }
        if (entities.isOf("brokers") || entities.isOf("broker-loggers")) {
            for (var name : List.of("entity-name", "broker", "broker-logger")) {
                checkBrokerId(options, name, entities.types().get(0));
            }
        }
        if (entities.isOf(EntitySelection.IPS)) {
            for (var name : List.of("entity-name", "ip")) {
                checkAddress(options, name, entities.types().get(0));
            }
        }
    }

    private static void checkBrokerId(ParsedOptions options, String option, String type) {
        var id = options.value(option);
        if (id.isEmpty()) {
            return;
        }
        try {
            Integer.parseInt(id.get());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The entity name for " + type + " must be a valid integer broker id, but it is: " + id.get(),
                    notANumber);
        }
    }

    private static void checkAddress(ParsedOptions options, String option, String type) {
        var address = options.value(option);
        if (address.isEmpty()) {
            return;
        }
        try {
            InetAddress.getByName(address.get());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "The entity name for " + type + " must be a valid IP or resolvable host, but it is: "
                            + address.get(),
                    unknown);
        }
    }

    private static void checkDescribe(ParsedOptions options, EntitySelection entities) {
        if (!hasDefaults(entities) && options.has("entity-default")) {
            throw new IllegalArgumentException(
                    "--entity-default must not be specified with --describe of " + String.join(",", entities.types()));
        }
        if (entities.isOf("broker-loggers") && !entities.hasName()) {
            throw new IllegalArgumentException(
                    "An entity name must be specified with --describe of " + String.join(",", entities.types()));
        }
    }

    private static boolean hasDefaults(EntitySelection entities) {
        return entities.isOf(EntitySelection.USERS)
                || entities.isOf(EntitySelection.CLIENTS)
                || entities.isOf("brokers")
                || entities.isOf(EntitySelection.IPS);
    }

    private static void checkAlter(ParsedOptions options, EntitySelection entities) {
        if (hasDefaults(entities)) {
            if (!entities.hasName() && !entities.hasDefault()) {
                throw new IllegalArgumentException(
                        "An entity-name or default entity must be specified with --alter of users, clients, brokers or"
                                + " ips");
            }
        } else if (!entities.hasName()) {
            throw new IllegalArgumentException(
                    "An entity name must be specified with --alter of " + String.join(",", entities.types()));
        }
        if (options.has("add-config") && options.has("add-config-file")) {
            throw new IllegalArgumentException("Only one of --add-config or --add-config-file must be specified");
        }
        if (!options.has("add-config") && !options.has("add-config-file") && !options.has("delete-config")) {
            throw new IllegalArgumentException(
                    "At least one of --add-config, --add-config-file, or --delete-config must be specified with"
                            + " --alter");
        }
    }
}
