package dev.gregor.cli.brokers;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ApiErrorException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code kafka-log-dirs.sh}: two lines of prose and one of JSON; exit 1 for a broker that is not there. */
public final class LogDirsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable(
                        "kafka-log-dirs.sh", "This tool helps to query log directory usage on the specified brokers.")
                .value(
                        "bootstrap-server",
                        "The server(s) to use for bootstrapping",
                        "REQUIRED: the server(s) to use for bootstrapping")
                .value(
                        "command-config",
                        "Admin client property file",
                        "Property file containing configs to be passed to Admin Client.")
                .flag("describe", "Describe the specified log directories on the specified brokers.")
                .value(
                        "topic-list",
                        "Topic list",
                        "The list of topics to be queried in the form \"topic1,topic2,topic3\". All topics will be queried if no topic list is specified")
                .value(
                        "broker-list",
                        "Broker list",
                        "The list of brokers to be queried in the form \"0,1,2\". All brokers in the cluster will be queried if no broker list is specified");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server")
                .orElseThrow(() -> new UsageException("Missing required argument \"[bootstrap-server]\""));
        if (!options.has("describe")) {
            throw new UsageException("Missing required argument \"[describe]\"");
        }
        var topics = words(options.value("topic-list").orElse(""));
        var out = streams.out();
        try (var client = DropIn.connect(bootstrap, options.value("command-config"))) {
            // Plain HashSets and HashMaps on purpose: their orders are those of Kafka's tool.
            var registered = new HashSet<Integer>();
            for (var broker : client.cluster().brokers()) {
                registered.add(broker.id());
            }
            var asked = new HashSet<Integer>();
            for (var id : words(options.value("broker-list").orElse(""))) {
                asked.add(Integer.valueOf(id));
            }
            var missing = new HashSet<>(asked);
            missing.removeAll(registered);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("ERROR: The given brokers do not exist from --broker-list: "
                        + joined(missing) + ". Current existent brokers: " + joined(registered));
            }
            out.println("Querying brokers for log directories information");
            out.flush();
            var directories = new HashMap<Integer, List<LogDirs.LogDir>>();
            for (var broker : asked.isEmpty() ? registered : asked) {
                directories.put(broker, directories(new LogDirs(client), broker));
            }
            out.println("Received log directory information from brokers " + joined(directories.keySet()));
            out.println(LogDirsJson.of(directories, topics));
        }
        return 0;
    }

    private static List<LogDirs.LogDir> directories(LogDirs logDirs, int broker) {
        try {
            return logDirs.of(broker);
        } catch (ApiErrorException refused) {
            throw new IllegalStateException(KafkaText.exception(refused), refused);
        }
    }

    private static Set<String> words(String list) {
        var words = new HashSet<>(Arrays.asList(list.split(",")));
        words.remove("");
        return words;
    }

    private static String joined(Collection<Integer> ids) {
        var text = new StringBuilder();
        for (var id : ids) {
            text.append(text.isEmpty() ? "" : ",").append(id);
        }
        return text.toString();
    }
}
