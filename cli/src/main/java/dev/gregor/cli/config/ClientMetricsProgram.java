package dev.gregor.cli.config;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaLogLine;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** {@code kafka-client-metrics.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class ClientMetricsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return ClientMetricsOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                return ClientMetricsProgram.run(streams, options);
            }
        });
    }

    private static int run(Streams streams, ParsedOptions options) {
        ClientMetricsOptions.check(options);
        var out = streams.out();
        try (var client =
                DropIn.connect(options.value("bootstrap-server").orElseThrow(), options.value("command-config"))) {
            if (options.has("alter")) {
                alter(client, options, out);
            } else if (options.has("describe")) {
                describe(client, options, out);
            } else if (options.has("delete")) {
                delete(client, options.value("name").orElseThrow(), out);
            } else {
                out.println(String.join("\n", names(client)));
            }
            return 0;
        } catch (RuntimeException failed) {
            // Kafka's tool says this on stdout, and on stderr as its log does.
            out.println("Error while executing client metrics command : " + failed.getMessage());
            out.flush();
            KafkaLogLine.error(streams.err(), failed);
            return 1;
        }
    }

    private static List<String> names(ClusterClient client) {
        return new ConfigNames(client).of(ConfigKind.CLIENT_METRICS);
    }

    private static void alter(ClusterClient client, ParsedOptions options, PrintStream out) {
        var name = options.value("name").orElseGet(() -> Uuid.randomUuid().toString());
        var settings = new HashMap<String, String>();
        if (options.has("interval")) {
            settings.put("interval.ms", options.value("interval").orElseThrow());
        }
        for (var list : List.of("metrics", "match")) {
            if (options.has(list)) {
                settings.put(list, String.join(",", options.commaSeparated(list)));
            }
        }
        var set = new HashMap<String, String>();
        var reset = new ArrayList<String>();
        for (var setting : settings.entrySet()) {
            if (setting.getValue().isEmpty()) {
                reset.add(setting.getKey());
            } else {
                set.put(setting.getKey(), setting.getValue());
            }
        }
        new ConfigChanges(client).alter(new ConfigResource(ConfigKind.CLIENT_METRICS, name), set, reset, false);
        out.println("Altered client metrics config for " + name + ".");
    }

    private static void delete(ClusterClient client, String name, PrintStream out) {
        var resource = new ConfigResource(ConfigKind.CLIENT_METRICS, name);
        new ConfigChanges(client)
                .alter(resource, Map.of(), List.copyOf(entries(client, resource).keySet()), false);
        out.println("Deleted client metrics config for " + name + ".");
    }

    private static void describe(ClusterClient client, ParsedOptions options, PrintStream out) {
        var names = names(client);
        if (options.has("name")) {
            var name = options.value("name").orElseThrow();
            if (!names.contains(name)) {
                out.println("The client metric resource " + name + " doesn't exist and doesn't have dynamic config.");
                return;
            }
            names = List.of(name);
        }
        for (var name : names) {
            out.println("Client metrics configs for " + name + " are:");
            for (var entry : entries(client, new ConfigResource(ConfigKind.CLIENT_METRICS, name))
                    .values()) {
                out.println("  " + entry.name() + "=" + entry.value().orElse("null"));
            }
        }
    }

    /** A plain HashMap on purpose: its order is the order in which Kafka's tool prints them. */
    private static Map<String, ConfigEntry> entries(ClusterClient client, ConfigResource resource) {
        var entries = new HashMap<String, ConfigEntry>();
        for (var entry : new Configs(client).inBrokersOrder(resource)) {
            entries.put(entry.name(), entry);
        }
        return entries;
    }
}
