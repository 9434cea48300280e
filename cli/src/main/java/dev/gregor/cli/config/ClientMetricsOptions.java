package dev.gregor.cli.config;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.List;

/** The options of {@code kafka-client-metrics.sh}, and which of them go together; texts and order of the checks are Kafka's. */
final class ClientMetricsOptions {
    private static final String ABOUT = "This tool helps to manipulate and describe client metrics configurations.";
    private static final List<String> ACTIONS = List.of("alter", "delete", "describe", "list");
    private static final List<String> SETTINGS = List.of("generate-name", "interval", "match", "metrics");

    private ClientMetricsOptions() {}

    static OptionTable table() {
        return new OptionTable("kafka-client-metrics.sh", ABOUT)
                .value("bootstrap-server", "server to connect to", "REQUIRED: The Kafka server to connect to.")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag("alter", "Alter the configuration for the client metrics resource.")
                .flag("delete", "Delete the configuration for the client metrics resource.")
                .flag("describe", "List configurations for the client metrics resource.")
                .flag("list", "List the client metrics resources.")
                .value("name", "name", "Name of client metrics configuration resource.")
                .flag("generate-name", "Generate a UUID to use as the name.")
                .value(
                        "interval",
                        "push interval",
                        "The metrics push interval in milliseconds. Leave empty to reset the interval.")
                .value(
                        "match",
                        "k1=v1,k2=v2",
                        "Matching selector 'k1=v1,k2=v2'. Valid selector names are client_id, client_instance_id, client_software_name, client_software_version, client_source_address and client_source_port.")
                .value("metrics", "m1,m2", "Telemetry metric name prefixes 'm1,m2'.");
    }

    /**
     * Checks what goes together.
     *
     * @throws UsageException for a combination that does not
     * @throws IllegalArgumentException for what is missing or no number
     */
    static void check(ParsedOptions options) {
        int actions = 0;
        for (var action : ACTIONS) {
            actions += options.has(action) ? 1 : 0;
        }
        if (actions != 1) {
            throw new UsageException(
                    "Command must include exactly one action: --alter, --delete, --describe or --list.");
        }
        if (!options.has("bootstrap-server")) {
            throw new IllegalArgumentException("--bootstrap-server must be specified.");
        }
        notWith(options, "delete", SETTINGS);
        notWith(options, "describe", SETTINGS);
        notWith(options, "list", List.of("name"));
        notWith(options, "list", SETTINGS);
        if (options.has("alter")) {
            checkAlter(options);
        }
        if (options.has("delete") && !options.has("name")) {
            throw new IllegalArgumentException("A client metrics resource name must be specified with --delete.");
        }
    }

    private static void checkAlter(ParsedOptions options) {
        if (options.has("name") == options.has("generate-name")) {
            throw new IllegalArgumentException("One of --name or --generate-name must be specified with --alter.");
        }
        var interval = options.value("interval");
        if (interval.isEmpty() || interval.get().isEmpty()) {
            return;
        }
        try {
            Integer.parseInt(interval.get());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "Invalid interval value. Enter an integer, or leave empty to reset.", notANumber);
        }
    }

    private static void notWith(ParsedOptions options, String option, List<String> others) {
        if (!options.has(option)) {
            return;
        }
        for (var other : others) {
            if (options.has(other)) {
                throw new UsageException("Option \"[" + option + "]\" can't be used with option \"[" + other + "]\"");
            }
        }
    }
}
