package dev.gregor.cli.topic;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code kafka-topics.sh}, and which of them go together; texts and order of the checks are Kafka's. */
final class TopicOptions {
    static final List<String> ACTIONS = List.of("create", "list", "alter", "describe", "delete");

    private static final String ALTERING_CONFIGS =
            " (To alter topic configurations, the kafka-configs tool can be used.)";
    private static final List<String> REPORTS = List.of(
            "under-replicated-partitions",
            "under-min-isr-partitions",
            "at-min-isr-partitions",
            "unavailable-partitions");

    private TopicOptions() {}

    static OptionTable table() {
        return new OptionTable(
                        "kafka-topics.sh",
                        "This tool helps to create, delete, describe, or change a topic.",
                        "Create, delete, describe, or change a topic.")
                .value("bootstrap-server", "server to connect to", "REQUIRED: The Kafka server to connect to.")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag("list", "List all available topics.")
                .flag("create", "Create a new topic.")
                .flag("delete", "Delete a topic.")
                .flag("alter", "Alter the number of partitions and replica assignment." + ALTERING_CONFIGS)
                .flag("describe", "List details for the given topics.")
                .value(
                        "topic",
                        "topic",
                        "The topic to create, alter, describe or delete. It also accepts a regular expression, except for --create option.")
                .value("topic-id", "topic-id", "The topic-id to describe.")
                .value(
                        "config",
                        "name=value",
                        "A topic configuration override for the topic being created, as 'kafka-configs.sh --entity-type topics --describe --all' lists them. It is supported only in combination with --create."
                                + ALTERING_CONFIGS)
                .value("delete-config", "name", "This option is no longer supported and has been deprecated since 4.0")
                .value(
                        "partitions",
                        "# of partitions",
                        "The number of partitions for the topic being created or altered. If not supplied with --create, the topic uses the cluster default. (WARNING: If partitions are increased for a topic that has a key, the partition logic or ordering of the messages will be affected).")
                .value(
                        "replication-factor",
                        "replication factor",
                        "The replication factor for each partition in the topic being created. If not supplied, the topic uses the cluster default.")
                .value(
                        "replica-assignment",
                        "broker_id_for_part1_replica1 : broker_id_for_part1_replica2 , ...",
                        "A list of manual partition-to-broker assignments for the topic being created or altered.")
                .flag(
                        "under-replicated-partitions",
                        "If set when describing topics, only show under-replicated partitions.")
                .flag(
                        "unavailable-partitions",
                        "If set when describing topics, only show partitions whose leader is not available.")
                .flag(
                        "under-min-isr-partitions",
                        "If set when describing topics, only show partitions whose isr count is less than the configured minimum.")
                .flag(
                        "at-min-isr-partitions",
                        "If set when describing topics, only show partitions whose isr count is equal to the configured minimum.")
                .flag(
                        "topics-with-overrides",
                        "If set when describing topics, only show topics that have overridden configs.")
                .flag(
                        "if-exists",
                        "If set when altering or deleting or describing topics, the action will only execute if the topic exists.")
                .flag(
                        "if-not-exists",
                        "If set when creating topics, the create request will not fail if the topic already exists, but the request will still be sent.")
                .flag(
                        "exclude-internal",
                        "Exclude internal topics when listing or describing topics. By default, the internal topics are included.")
                .value(
                        "partition-size-limit-per-response",
                        "maximum number of partitions per response",
                        "The maximum partition size to be included in one DescribeTopicPartitions response.");
    }

    /**
     * Checks what goes together, and warns where Kafka does.
     *
     * @throws UsageException for a combination that does not
     */
    static void check(ParsedOptions options, PrintStream out, PrintStream err) {
        int actions = 0;
        for (var action : ACTIONS) {
            actions += options.has(action) ? 1 : 0;
        }
        if (actions != 1) {
            throw new UsageException(
                    "Command must include exactly one action: --list, --describe, --create, --alter or --delete");
        }
        if (options.has("delete-config")) {
            err.println(
                    "delete-config option is no longer supported and deprecated since version 4.0. The config will be"
                            + " fully removed in future releases.");
        }
        checkRequired(options, out);
        checkForeign(options);
    }

    private static void checkRequired(ParsedOptions options, PrintStream out) {
        if (!options.has("bootstrap-server")) {
            throw new IllegalArgumentException("--bootstrap-server must be specified");
        }
        if (options.has("describe") && options.has("if-exists")) {
            if (!options.has("topic") && !options.has("topic-id")) {
                throw new UsageException("--topic or --topic-id is required to describe a topic");
            }
            if (options.has("topic") && options.has("topic-id")) {
                out.println(
                        "Only topic id will be used when both --topic and --topic-id are specified and topicId is not"
                                + " Uuid.ZERO_UUID");
            }
        }
        if (!options.has("list") && !options.has("describe")) {
            require(options, "topic");
        }
        if (options.has("alter")) {
            if (options.has("config")) {
                throw new UsageException(
                        "Option combination \"[[bootstrap-server], [config]]\" can't be used with option"
                                + " \"[alter]\"" + ALTERING_CONFIGS);
            }
            require(options, "partitions");
        }
    }

    private static void require(ParsedOptions options, String name) {
        if (!options.has(name)) {
            throw new UsageException("Missing required argument \"[" + name + "]\"");
        }
    }

    private static void checkForeign(ParsedOptions options) {
        onlyWith(options, "config", List.of("alter", "create"));
        onlyWith(options, "partitions", List.of("alter", "create"));
        onlyWith(options, "replication-factor", List.of("create"));
        onlyWith(options, "replica-assignment", List.of("alter", "create"));
        if (options.has("create")) {
            notWith(options, "replica-assignment", List.of("partitions", "replication-factor"));
        }
        for (var report : REPORTS) {
            onlyWith(options, report, List.of("describe"));
            notWith(options, report, List.of("topics-with-overrides"));
        }
        onlyWith(options, "topics-with-overrides", List.of("describe"));
        onlyWith(options, "if-exists", List.of("alter", "delete", "describe"));
        onlyWith(options, "if-not-exists", List.of("create"));
        onlyWith(options, "exclude-internal", List.of("list", "describe"));
    }

    private static void onlyWith(ParsedOptions options, String option, List<String> actions) {
        var others = new ArrayList<>(ACTIONS);
        others.removeAll(actions);
        notWith(options, option, others);
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
