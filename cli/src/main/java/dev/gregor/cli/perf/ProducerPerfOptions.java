package dev.gregor.cli.perf;

import dev.gregor.cli.arguments.ArgumentException;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.clients.ClientProperties;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Uuid;

/** The options of kafka-producer-perf-test (Apache Kafka 4.3, KIP-1147), checked. */
final class ProducerPerfOptions {
    private static final long TRANSACTION_MS = 3_000;

    private final ParsedArguments arguments;

    private ProducerPerfOptions(ParsedArguments arguments) {
        this.arguments = arguments;
    }

    /** @throws ArgumentException with Kafka's message, when options contradict each other or themselves */
    static ProducerPerfOptions check(ArgumentTable table, ParsedArguments arguments) {
        var options = new ProducerPerfOptions(arguments);
        refuse(table, options.numRecords() <= 0, "--num-records should be greater than zero.");
        refuse(
                table,
                options.warmupRecords() >= options.numRecords(),
                "The value for --warmup-records must be strictly fewer than the number of records in the test,"
                        + " --num-records.");
        refuse(
                table,
                options.recordSize().isPresent() && options.recordSize().get() <= 0,
                "--record-size should be greater than zero.");
        refuse(
                table,
                !arguments.has("bootstrap-server")
                        && !arguments.has("command-property")
                        && !arguments.has("producer-props")
                        && !arguments.has("producer.config")
                        && !arguments.has("command-config"),
                "At least one of --bootstrap-server, --command-property, --producer-props, --producer.config or"
                        + " --command-config must be specified.");
        refuse(
                table,
                arguments.has("command-property") && arguments.has("producer-props"),
                "--command-property and --producer-props cannot be specified together.");
        refuse(
                table,
                arguments.has("command-config") && arguments.has("producer.config"),
                "--command-config and --producer.config cannot be specified together.");
        refuse(
                table,
                arguments.longInteger("transaction-duration-ms").orElse(1L) <= 0,
                "--transaction-duration-ms should be greater than zero.");
        refuse(table, options.reportingIntervalMs() <= 0, "--reporting-interval should be greater than zero.");
        return options;
    }

    private static void refuse(ArgumentTable table, boolean wrong, String message) {
        if (wrong) {
            throw new ArgumentException(table, message);
        }
    }

    String topic() {
        return arguments.required("topic");
    }

    long numRecords() {
        return arguments.longInteger("num-records").orElseThrow();
    }

    long warmupRecords() {
        return Math.max(0, arguments.longInteger("warmup-records").orElse(0L));
    }

    Optional<Integer> recordSize() {
        return arguments.integer("record-size");
    }

    Optional<String> payloadFile() {
        return arguments.value("payload-file");
    }

    String payloadDelimiter() {
        var delimiter = arguments.value("payload-delimiter").orElse("\\n");
        return delimiter.equals("\\n") ? "\n" : delimiter;
    }

    /** Records a second; below 0 for as many as can be. */
    double throughput() {
        return arguments.decimal("throughput").orElseThrow();
    }

    boolean printsMetrics() {
        return arguments.all("print-metrics").isEmpty() && arguments.has("print-metrics");
    }

    long reportingIntervalMs() {
        return arguments.longInteger("reporting-interval").orElse(5_000L);
    }

    /** How long a transaction lasts; meaningful only with {@link ProducerConfig#TRANSACTIONAL_ID_CONFIG} in the properties. */
    long transactionMs() {
        return arguments.longInteger("transaction-duration-ms").orElse(TRANSACTION_MS);
    }

    /**
     * The producer's properties; says on {@code out} which options are old.
     *
     * @throws IllegalArgumentException for a property without a value
     */
    Map<String, String> properties(PrintStream out) {
        if (arguments.has("producer-props")) {
            warn(out, "producer-props", "command-property");
        }
        if (arguments.has("producer.config")) {
            warn(out, "producer.config", "command-config");
        }
        var properties = new TreeMap<>(ClientProperties.ofFile(
                arguments.value("producer.config").or(() -> arguments.value("command-config"))));
        var pairs =
                arguments.has("producer-props") ? arguments.all("producer-props") : arguments.all("command-property");
        addPairs(properties, pairs);
        properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "perf-producer-client");
        arguments
                .value("bootstrap-server")
                .ifPresent(servers -> properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
        var id = arguments.value("transactional-id");
        if (id.isPresent()) {
            properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id.get());
        } else if (arguments.has("transaction-duration-ms")) {
            properties.putIfAbsent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "performance-producer-" + Uuid.randomUuid());
        }
        return properties;
    }

    private static void warn(PrintStream out, String oldName, String name) {
        out.println("Option --" + oldName + " has been deprecated and will be removed in a future version. Use --"
                + name + " instead.");
    }

    /** As {@code "a=b".split("=")} has it in Apache Kafka: a second sign makes the pair invalid, one at the end does not count. */
    private static void addPairs(Map<String, String> properties, List<String> pairs) {
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            while (value.endsWith("=")) {
                value = value.substring(0, value.length() - 1);
            }
            if (value.isEmpty() || value.indexOf('=') >= 0) {
                throw new IllegalArgumentException("Invalid property: " + pair);
            }
            properties.put(pair.substring(0, equals), value);
        }
    }
}
