package dev.gregor.cli.grouptool;

import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.Described;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ConnectionSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** What the group drop-ins share: how they connect, and how they tell of a failure. */
public final class GroupTool {
    private GroupTool() {}

    /** What a tool does with a cluster. */
    @FunctionalInterface
    public interface Action {
        void act(ClusterClient client);
    }

    /**
     * Acts, and tells of a failure as {@code Error: Executing … command failed due to …} on stdout and by its Kafka name on
     * stderr.
     *
     * @return 0 also for a failure: so do Kafka's tools
     */
    public static int run(String what, ParsedOptions options, Streams streams, Action action) {
        try {
            act(options, action);
        } catch (ClusterUnreachableException | UsageException | EndsHere toldElsewhere) {
            throw toldElsewhere;
        } catch (IllegalArgumentException wrongUse) {
            throw new UsageException(String.valueOf(wrongUse.getMessage()));
        } catch (RuntimeException failed) {
            tell(what, failed, streams);
        }
        return 0;
    }

    /** Connects as the options say, and acts. */
    public static void act(ParsedOptions options, Action action) {
        try (var client = open(options)) {
            action.act(client);
        }
    }

    /** Tells of a failure as above. */
    public static void tell(String what, RuntimeException failed, Streams streams) {
        var failure = KafkaFailure.of(failed);
        printError(streams.out(), "Executing " + what + " command failed due to " + failure.getMessage());
        streams.out().flush();
        streams.err().println(failure.text());
    }

    /** The groups, all of them: the first failure is thrown as the admin client's future throws it. */
    public static <D> Map<String, D> all(Described<D> described) {
        for (var failure : described.failures().values()) {
            throw KafkaFailure.fromFuture(failure);
        }
        return described.groups();
    }

    /** The order of a HashMap by id, in which Kafka's tools go through groups. */
    public static Collection<String> inOrder(Collection<String> ids) {
        var order = new HashMap<String, String>();
        for (var id : new TreeSet<>(ids)) {
            order.put(id, id);
        }
        return order.values();
    }

    /** An error as Kafka's tools print it on stdout. */
    public static void printError(PrintStream out, String message) {
        out.println("\nError: " + message);
    }

    private static ClusterClient open(ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server").orElseThrow();
        var config = options.value("command-config");
        var properties =
                config.isPresent() ? ConnectionSettings.readProperties(Path.of(config.get())) : new Properties();
        // Kafka's tools read all numbers here, so that a bad one is told before anything is asked.
        for (var text : options.values("to-offset")) {
            number("to-offset", text);
        }
        options.value("by-duration");
        options.longInteger("shift-by");
        var timeoutMs = options.longInteger("timeout");
        var settings = ConnectionSettings.to(bootstrap, properties);
        return ClusterClient.open(
                timeoutMs.isPresent()
                        ? settings.withTimeoutMs((int) Math.min(Math.max(1, timeoutMs.get()), Integer.MAX_VALUE))
                        : settings);
    }

    /** A value as a whole number, or jopt-simple's complaint. */
    public static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new OptionException("Cannot parse argument '" + text + "' of option " + option);
        }
    }
}
