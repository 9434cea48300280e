package dev.gregor.cli.config;

import dev.gregor.cli.dropin.ParsedOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Which entities a line of {@code kafka-configs.sh} speaks of, in both its spellings: {@code --entity-type topics
 * --entity-name a} and {@code --topic a}.
 *
 * @param types as {@code --entity-type} has them
 * @param names an empty one is the default
 */
record EntitySelection(List<String> types, List<String> names) {
    static final String USERS = "users";
    static final String CLIENTS = "clients";
    static final String IPS = "ips";

    /** Options that name an entity, with their types; the order is Kafka's. */
    static final List<List<String>> FLAGS = List.of(
            List.of("topic", "topics"),
            List.of("client", CLIENTS),
            List.of("user", USERS),
            List.of("broker", "brokers"),
            List.of("broker-logger", "broker-loggers"),
            List.of("ip", IPS),
            List.of("client-metrics", "client-metrics"),
            List.of("group", "groups"));

    /** Options that name a default, with their types. */
    static final List<List<String>> DEFAULT_FLAGS = List.of(
            List.of("client-defaults", CLIENTS),
            List.of("user-defaults", USERS),
            List.of("broker-defaults", "brokers"),
            List.of("ip-defaults", IPS));

    EntitySelection {
        types = List.copyOf(types);
        names = List.copyOf(names);
    }

    static EntitySelection of(ParsedOptions options) {
        var types = new ArrayList<>(options.values("entity-type"));
        var names = new ArrayList<String>();
        var named = options.values("entity-name").iterator();
        for (var option : options.order()) {
            if (option.equals("entity-name")) {
                names.add(named.next());
            } else if (option.equals("entity-default")) {
                names.add("");
            }
        }
        for (var flag : FLAGS) {
            if (options.has(flag.get(0))) {
                types.add(flag.get(1));
                names.add(options.value(flag.get(0)).orElseThrow());
            }
        }
        for (var flag : DEFAULT_FLAGS) {
            if (options.has(flag.get(0))) {
                types.add(flag.get(1));
                names.add("");
            }
        }
        return new EntitySelection(types, names);
    }

    static boolean hasFlag(ParsedOptions options) {
        for (var flags : List.of(FLAGS, DEFAULT_FLAGS)) {
            for (var flag : flags) {
                if (options.has(flag.get(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isOf(String type) {
        return types.contains(type);
    }

    boolean hasName() {
        for (var name : names) {
            if (!name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    boolean hasDefault() {
        return names.contains("");
    }
}
