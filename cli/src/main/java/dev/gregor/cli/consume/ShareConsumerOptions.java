package dev.gregor.cli.consume;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The options of kafka-console-share-consumer (Apache Kafka 4.3, KIP-932, KIP-1147), and what they mean. */
final class ShareConsumerOptions {
    private final ParsedOptions options;
    private final Map<String, String> consumerProperties;

    private ShareConsumerOptions(ParsedOptions options, Map<String, String> consumerProperties) {
        this.options = options;
        this.consumerProperties = consumerProperties;
    }

    static OptionTable table() {
        return FormatterOptions.addTo(new OptionTable(
                        "kafka-console-share-consumer.sh",
                        "This tool helps to read data from Kafka topics using share groups and outputs it to standard"
                                + " output."))
                .value("topic", "topic", "REQUIRED: the topic to consume.")
                .value("consumer-property", "prop", "(Deprecated) Use --command-property.")
                .value("command-property", "prop", "A property of the consumer, as name=value.")
                .value("consumer-config", "file", "(Deprecated) Use --command-config.")
                .value("command-config", "file", "A file of consumer properties; --command-property wins over it.")
                .value("max-messages", "number", "Stop after so many records; without it, go on.")
                .value("timeout-ms", "ms", "Stop when no record came for so long.")
                .flag("reject", "Reject each record: nobody in the group gets it again.")
                .flag("release", "Release each record: the group gets it again.")
                .flag("reject-message-on-error", "Reject a record that cannot be printed instead of stopping.")
                .value("bootstrap-server", "HOST1:PORT1,HOST2:PORT2", "REQUIRED: the servers to connect to.")
                .value("group", "group", "The share group (default: console-share-consumer).")
                .flag("enable-systest-events", "Print shutdown_complete at the end.");
    }

    /** @throws UsageException with Kafka's message, when options are missing or contradict each other */
    static ShareConsumerOptions check(ParsedOptions options, PrintStream out) {
        if (!options.has("topic")) {
            throw new UsageException("--topic is a required argument");
        }
        if (!options.has("bootstrap-server")) {
            throw new UsageException("Missing required argument \"[bootstrap-server]\"");
        }
        if (options.has("reject") && options.has("release")) {
            throw new UsageException("At most one of --reject and --release may be specified.");
        }
        OldSpelling.notTogether(options, "consumer-property", "command-property");
        OldSpelling.notTogether(options, "consumer-config", "command-config");
        OldSpelling.warn(options, out, "consumer-property", "command-property");
        OldSpelling.warn(options, out, "consumer-config", "command-config");
        var fromFile =
                ClientProperties.ofFile(options.value("consumer-config").or(() -> options.value("command-config")));
        var onLine = ClientProperties.ofPairs(OldSpelling.values(options, "consumer-property", "command-property"));
        var group = group(options, fromFile, onLine);
        var properties = new TreeMap<>(fromFile);
        properties.putAll(onLine);
        properties.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                options.value("bootstrap-server").orElseThrow());
        properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "console-share-consumer");
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        return new ShareConsumerOptions(options, properties);
    }

    private static String group(ParsedOptions options, Map<String, String> fromFile, Map<String, String> onLine) {
        Set<String> groups = new LinkedHashSet<>();
        options.value("group").ifPresent(groups::add);
        Optional.ofNullable(fromFile.get(ConsumerConfig.GROUP_ID_CONFIG)).ifPresent(groups::add);
        Optional.ofNullable(onLine.get(ConsumerConfig.GROUP_ID_CONFIG)).ifPresent(groups::add);
        if (groups.size() > 1) {
            throw new UsageException("The group ids provided in different places (directly using '--group', "
                    + "via '--consumer-property', or via '--consumer-config') do not match. Detected group ids: "
                    + GroupIds.quoted(groups));
        }
        return groups.isEmpty() ? "console-share-consumer" : groups.iterator().next();
    }

    /** The addresses. */
    String bootstrap() {
        return options.value("bootstrap-server").orElseThrow();
    }

    Map<String, String> consumerProperties() {
        return consumerProperties;
    }

    String topic() {
        return options.value("topic").orElseThrow();
    }

    AcknowledgeType acknowledgement() {
        if (options.has("reject")) {
            return AcknowledgeType.REJECT;
        }
        return options.has("release") ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT;
    }

    /** How many records to print; -1 for all that come. */
    int maxMessages() {
        return options.integer("max-messages").orElse(-1);
    }

    long timeoutMs() {
        int timeoutMs = options.integer("timeout-ms").orElse(-1);
        return timeoutMs >= 0 ? timeoutMs : Long.MAX_VALUE;
    }

    boolean rejectsBadRecords() {
        return options.has("reject-message-on-error");
    }

    boolean tellsOfShutdown() {
        return options.has("enable-systest-events");
    }
}
