package dev.gregor.cli.perf;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/** The options of kafka-e2e-latency (Apache Kafka 4.3), also as the five or six words without names of old. */
final class EndToEndOptions {
    private static final List<String> REQUIRED =
            List.of("bootstrap-server", "topic", "num-records", "producer-acks", "record-size");
    private static final String POSITIONAL = "WARNING: Positional argument usage is deprecated and will be removed in"
            + " Apache Kafka 5.0. Please use named arguments instead: --bootstrap-server, --topic, --num-records,"
            + " --producer-acks, --record-size, --command-config";

    private final ParsedOptions options;

    EndToEndOptions(ParsedOptions options) {
        this.options = options;
    }

    static OptionTable table() {
        return new OptionTable(
                        "kafka-e2e-latency.sh",
                        "This tool measures end-to-end latency in Kafka by sending messages and timing their reception.")
                .value("bootstrap-server", "HOST1:PORT1,HOST2:PORT2", "REQUIRED: the servers to connect to.")
                .value("topic", "topic", "REQUIRED: the topic to send through; it is made if it is not there.")
                .value("num-records", "count", "REQUIRED: how many records to send.")
                .value("producer-acks", "acks", "REQUIRED: 1 or all.")
                .value("record-size", "bytes", "REQUIRED: the size of each value.")
                .optionalNumber("record-key-size", "bytes", "The size of each key (default: 0).")
                .optionalNumber("record-header-key-size", "bytes", "The size of each header's key (default: 0).")
                .optionalNumber(
                        "record-header-size", "bytes", "The size of each header's value; -1 for null (default: 0).")
                .optionalNumber("num-headers", "count", "How many headers each record has (default: 0).")
                .optionalValue("command-config", "file", "A file of client properties.");
    }

    /** The line that names what this one gives by place only; empty when it is fine as it is. */
    static Optional<String[]> named(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        for (var argument : arguments) {
            if (argument.startsWith("--") && REQUIRED.contains(argument.substring(2))) {
                return Optional.empty();
            }
        }
        if (arguments.length != REQUIRED.size() && arguments.length != REQUIRED.size() + 1) {
            throw new IllegalArgumentException("Invalid number of arguments. Expected 5 or 6 positional arguments, but"
                    + " got " + arguments.length + ". Usage: bootstrap-server topic num-records producer-acks"
                    + " record-size [optional] command-config");
        }
        var named = new String[2 * arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            named[2 * i] = "--" + (i < REQUIRED.size() ? REQUIRED.get(i) : "command-config");
            named[2 * i + 1] = arguments[i];
        }
        return Optional.of(named);
    }

    /** What to say to who still gives them by place. */
    static String warning() {
        return POSITIONAL;
    }

    /** @throws UsageException with Kafka's message */
    void check() {
        for (var name : REQUIRED) {
            PerfConsumerOptions.require(options, name);
        }
        if (!List.of("1", "all").contains(acks())) {
            throw new UsageException("Invalid value for --producer-acks. Latency testing requires synchronous"
                    + " acknowledgement. Please use '1' or 'all'.");
        }
        if (numRecords() <= 0) {
            throw new UsageException("Value for --num-records must be a positive integer.");
        }
        atLeast("record-size", valueSize(), 0);
        atLeast("record-key-size", keySize(), 0);
        atLeast("record-header-key-size", headerKeySize(), 0);
        if (headerValueSize() < -1) {
            throw new UsageException(
                    "Value for --record-header-size must be a non-negative integer or -1 for null header value.");
        }
        atLeast("num-headers", numHeaders(), 0);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new UsageException("Value for --" + name + " must be a non-negative integer.");
        }
    }

    String topic() {
        return options.value("topic").orElseThrow();
    }

    String bootstrap() {
        return options.value("bootstrap-server").orElseThrow();
    }

    String acks() {
        return options.value("producer-acks").orElseThrow();
    }

    int numRecords() {
        return options.integer("num-records").orElseThrow();
    }

    int valueSize() {
        return options.integer("record-size").orElseThrow();
    }

    int keySize() {
        return options.integer("record-key-size").orElse(0);
    }

    int headerKeySize() {
        return options.integer("record-header-key-size").orElse(0);
    }

    /** -1 for null. */
    int headerValueSize() {
        return options.integer("record-header-size").orElse(0);
    }

    int numHeaders() {
        return options.integer("num-headers").orElse(0);
    }

    Optional<String> configFile() {
        return options.value("command-config");
    }

    /** The file's properties and the addresses. */
    Map<String, String> clientProperties() {
        var properties = ClientProperties.ofFile(configFile());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return properties;
    }
}
