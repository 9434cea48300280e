package dev.gregor.cli.consume;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The options of kafka-console-consumer (Apache Kafka 4.3, KIP-1147, and {@code --whitelist} of old), and what they mean. */
final class ConsumerOptions {
    private static final int ANONYMOUS_GROUPS = 100_000;
    private static final long METADATA_MAX_AGE_MS = 300_000;

    private final ParsedOptions options;
    private final Map<String, String> consumerProperties;

    private ConsumerOptions(ParsedOptions options, Map<String, String> consumerProperties) {
        this.options = options;
        this.consumerProperties = consumerProperties;
    }

    static OptionTable table() {
        return FormatterOptions.addTo(new OptionTable(
                        "kafka-console-consumer.sh",
                        "This tool helps to read data from Kafka topics and outputs it to standard output."))
                .value("topic", "topic", "The topic to consume.")
                .value("include", "Java regex", "A regular expression of topics to consume.")
                .value("whitelist", "Java regex", "The old name of --include.")
                .value(
                        "partition",
                        "partition",
                        "The partition to consume, from its end unless --offset says otherwise.")
                .value("offset", "offset", "Where to start: an offset, earliest, or latest (the default).")
                .value("consumer-property", "prop", "(Deprecated) Use --command-property.")
                .value("command-property", "prop", "A property of the consumer, as name=value.")
                .value("consumer.config", "file", "(Deprecated) Use --command-config.")
                .value("command-config", "file", "A file of consumer properties; --command-property wins over it.")
                .flag("from-beginning", "Start with the first record where the group has no offset yet.")
                .value("max-messages", "number", "Stop after so many records; without it, go on.")
                .value("timeout-ms", "ms", "Stop when no record came for so long.")
                .flag("skip-message-on-error", "Pass over a record that cannot be printed instead of stopping.")
                .value("bootstrap-server", "HOST1:PORT1,HOST2:PORT2", "REQUIRED: the servers to connect to.")
                .flag("enable-systest-events", "Print shutdown_complete at the end.")
                .value("isolation-level", "level", "read_committed or read_uncommitted (the default).")
                .value("group", "group", "The consumer group; without it, one of its own that commits nothing.");
    }

    /** @throws UsageException with Kafka's message, when options are missing or contradict each other */
    static ConsumerOptions check(ParsedOptions options, PrintStream out) {
        checkTopics(options);
        OldSpelling.notTogether(options, "consumer-property", "command-property");
        OldSpelling.notTogether(options, "consumer.config", "command-config");
        OldSpelling.warn(options, out, "consumer-property", "command-property");
        OldSpelling.warn(options, out, "consumer.config", "command-config");
        var fromFile =
                ClientProperties.ofFile(options.value("command-config").or(() -> options.value("consumer.config")));
        var onLine = ClientProperties.ofPairs(OldSpelling.values(options, "consumer-property", "command-property"));
        var groups = groups(options, fromFile, onLine);
        var properties = new TreeMap<>(fromFile);
        properties.putAll(onLine);
        complete(properties, options, groups);
        var checked = new ConsumerOptions(options, properties);
        checked.start();
        return checked;
    }

    /** The addresses. */
    String bootstrap() {
        return options.value("bootstrap-server").orElseThrow();
    }

    /** Whether all partitions of a topic are read for nobody in particular. */
    boolean needsNoGroup() {
        return isWholeTopic(options) && !consumerProperties.containsKey(ConsumerConfig.GROUP_ID_CONFIG);
    }

    private static boolean isWholeTopic(ParsedOptions options) {
        return options.has("topic") && !options.has("partition");
    }

    /** Whether someone asks for what only a group's member has. */
    private static boolean needsGroup(Map<String, String> properties) {
        return "true".equalsIgnoreCase(properties.get(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG))
                || properties.containsKey(ConsumerConfig.GROUP_PROTOCOL_CONFIG)
                || properties.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    }

    Map<String, String> consumerProperties() {
        return consumerProperties;
    }

    Optional<String> topic() {
        return options.value("topic");
    }

    String include() {
        return options.value("include").or(() -> options.value("whitelist")).orElseThrow();
    }

    Optional<Integer> partition() {
        return options.integer("partition");
    }

    /** Where to start in {@link #partition()}. */
    StartOffset start() {
        var offset = options.value("offset");
        if (offset.isEmpty()) {
            return options.has("from-beginning") ? new StartOffset.Earliest() : new StartOffset.Latest();
        }
        return switch (offset.get().toLowerCase(Locale.ROOT)) {
            case "earliest" -> new StartOffset.Earliest();
            case "latest" -> new StartOffset.Latest();
            default -> {
                try {
                    yield new StartOffset.At(Long.parseLong(offset.get()));
                } catch (IllegalArgumentException notAnOffset) {
                    throw new UsageException("The provided offset value '" + offset.get()
                            + "' is incorrect. Valid values are 'earliest', 'latest', or a non-negative long.");
                }
            }
        };
    }

    /** How many records to print; -1 for all that come. */
    int maxMessages() {
        return options.integer("max-messages").orElse(-1);
    }

    long timeoutMs() {
        return options.longInteger("timeout-ms")
                .filter(timeoutMs -> timeoutMs >= 0)
                .orElse(Long.MAX_VALUE);
    }

    /** The consumer has refused what is no number by now. */
    long metadataMaxAgeMs() {
        var given = consumerProperties.get(ConsumerConfig.METADATA_MAX_AGE_CONFIG);
        return given == null ? METADATA_MAX_AGE_MS : Long.parseLong(given.strip());
    }

    boolean skipsBadRecords() {
        return options.has("skip-message-on-error");
    }

    boolean tellsOfShutdown() {
        return options.has("enable-systest-events");
    }

    private static void checkTopics(ParsedOptions options) {
        if (options.has("topic") == (options.has("include") || options.has("whitelist"))) {
            throw new UsageException("Exactly one of the following arguments is required: [topic], [include]");
        }
        if (options.integer("partition").isPresent()) {
            if (!options.has("topic")) {
                throw new UsageException("The topic is required when partition is specified.");
            }
            if (options.has("from-beginning") && options.has("offset")) {
                throw new UsageException("Options from-beginning and offset cannot be specified together.");
            }
        } else if (options.has("offset")) {
            throw new UsageException("The partition is required when offset is specified.");
        }
        if (!options.has("bootstrap-server")) {
            throw new UsageException("Missing required argument \"[bootstrap-server]\"");
        }
    }

    private static Set<String> groups(ParsedOptions options, Map<String, String> fromFile, Map<String, String> onLine) {
        var groups = new HashSet<String>();
        options.value("group").ifPresent(groups::add);
        Optional.ofNullable(fromFile.get(ConsumerConfig.GROUP_ID_CONFIG)).ifPresent(groups::add);
        Optional.ofNullable(onLine.get(ConsumerConfig.GROUP_ID_CONFIG)).ifPresent(groups::add);
        if (groups.size() > 1) {
            throw new UsageException("The group ids provided in different places (directly using '--group', "
                    + "via '--consumer-property', or via '--consumer.config') do not match. Detected group ids: "
                    + GroupIds.quoted(groups));
        }
        if (!groups.isEmpty() && options.has("partition")) {
            throw new UsageException("Options group and partition cannot be specified together.");
        }
        return groups;
    }

    private static void complete(Map<String, String> properties, ParsedOptions options, Set<String> groups) {
        var reset = properties.get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        if (reset == null) {
            properties.put(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, options.has("from-beginning") ? "earliest" : "latest");
        } else if (options.has("from-beginning") && !reset.equals("earliest")) {
            throw new IllegalArgumentException("Can't simultaneously specify --from-beginning and 'auto.offset.reset="
                    + reset + "', please remove one option");
        }
        properties.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                options.value("bootstrap-server").orElseThrow());
        properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "console-consumer");
        var isolation = options.value("isolation-level");
        if (isolation.isPresent()) {
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.get());
        } else {
            properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        }
        if (groups.isEmpty() && isWholeTopic(options) && !needsGroup(properties)) {
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        } else if (groups.isEmpty()) {
            // Nobody comes back to this group: its offsets would only fill the coordinator's cache.
            properties.putIfAbsent(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
            properties.put(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    "console-consumer-" + ThreadLocalRandom.current().nextInt(ANONYMOUS_GROUPS));
        } else {
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, groups.iterator().next());
        }
    }
}
