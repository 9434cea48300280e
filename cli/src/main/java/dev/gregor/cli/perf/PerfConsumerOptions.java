package dev.gregor.cli.perf;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.text.SimpleDateFormat;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The options that kafka-consumer-perf-test and kafka-share-consumer-perf-test have in common (Apache Kafka 4.3, KIP-1147). */
final class PerfConsumerOptions {
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final int SOCKET_BUFFER_BYTES = 2 * 1024 * 1024;
    private static final long TIMEOUT_MS = 10_000;
    private static final long REPORTING_INTERVAL_MS = 5_000;

    private final ParsedOptions options;

    PerfConsumerOptions(ParsedOptions options) {
        this.options = options;
    }

    /** Adds the common options to a tool's own. */
    static OptionTable addTo(OptionTable table) {
        return table.value("bootstrap-server", "HOST1:PORT1,HOST2:PORT2", "REQUIRED: the servers to connect to.")
                .value("topic", "topic", "The topic to consume.")
                .value("group", "gid", "The group to consume as.")
                .value("fetch-size", "size", "How many bytes to fetch at most, in one go (default: 1048576).")
                .value("command-property", "prop", "A property of the consumer, as name=value.")
                .value("socket-buffer-size", "size", "receive.buffer.bytes of the consumer (default: 2097152).")
                .value("consumer.config", "file", "(Deprecated) Use --command-config.")
                .value("command-config", "file", "A file of consumer properties; --command-property wins over it.")
                .flag("print-metrics", "Print the consumer's metrics at the end.")
                .flag("show-detailed-stats", "Print figures for each reporting interval.")
                .optionalNumber("timeout", "ms", "Stop when no record came for so long (default: 10000).")
                .value("messages", "count", "(Deprecated) Use --num-records.")
                .value("num-records", "count", "REQUIRED: how many records to consume.")
                .value("reporting-interval", "ms", "How often to report (default: 5000).")
                .value("date-format", "format", "How times are printed, as java.text.SimpleDateFormat has it.")
                .flag("hide-header", "Print no heading.");
    }

    /** @throws UsageException with Kafka's message, when options are missing or contradict each other */
    void check(PrintStream out) {
        if (options.has("messages") == options.has("num-records")) {
            throw new UsageException("Exactly one of the following arguments is required: [messages], [num-records]");
        }
        if (options.has("consumer.config") && options.has("command-config")) {
            throw new UsageException("Option \"[consumer.config]\" can't be used with option \"[command-config]\"");
        }
        if (options.has("messages")) {
            out.println("Warning: --messages is deprecated. Use --num-records instead.");
        }
        if (options.has("consumer.config")) {
            out.println("Warning: --consumer.config is deprecated. Use --command-config instead.");
        }
    }

    static void require(ParsedOptions options, String name) {
        if (!options.has(name)) {
            throw new UsageException("Missing required argument \"[" + name + "]\"");
        }
    }

    /**
     * The consumer's properties as given, and those the tool decides.
     *
     * @param fetchSizeProperty what {@code --fetch-size} sets
     */
    Properties properties(String group, String clientId, String fetchSizeProperty) {
        var properties = new TreeMap<>(
                ClientProperties.ofFile(options.value("consumer.config").or(() -> options.value("command-config"))));
        properties.putAll(ClientProperties.ofPairs(options.values("command-property")));
        properties.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                options.value("bootstrap-server").orElseThrow());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, options.value("group").orElse(group));
        properties.put(
                ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                options.integer("socket-buffer-size")
                        .orElse(SOCKET_BUFFER_BYTES)
                        .toString());
        properties.put(
                fetchSizeProperty,
                options.integer("fetch-size").orElse(FETCH_BYTES).toString());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.CHECK_CRCS_CONFIG, "false");
        properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return ClientProperties.forShortRun(properties);
    }

    long numRecords() {
        return options.has("messages")
                ? options.longInteger("messages").orElseThrow()
                : options.longInteger("num-records").orElseThrow();
    }

    long timeoutMs() {
        return options.values("timeout").isEmpty()
                ? TIMEOUT_MS
                : options.longInteger("timeout").orElse(TIMEOUT_MS);
    }

    long reportingIntervalMs() {
        long intervalMs = options.longInteger("reporting-interval").orElse(REPORTING_INTERVAL_MS);
        if (intervalMs <= 0) {
            throw new IllegalArgumentException("Reporting interval must be greater than 0.");
        }
        return intervalMs;
    }

    /** A new one for each thread: it is not thread-safe. */
    SimpleDateFormat dateFormat() {
        return new SimpleDateFormat(options.value("date-format").orElse("yyyy-MM-dd HH:mm:ss:SSS"));
    }

    boolean printsMetrics() {
        return options.has("print-metrics");
    }

    boolean printsDetails() {
        return options.has("show-detailed-stats");
    }

    boolean printsHeader() {
        return !options.has("hide-header");
    }
}
