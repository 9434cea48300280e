package dev.gregor.cli.streams;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.OptionRules;
import dev.gregor.cli.reset.ResetScenarios;
import java.util.List;

/** The options of {@code kafka-streams-groups.sh}, and which of them go together; the order of the checks is Kafka's. */
final class StreamsGroupsOptions {
    private static final List<String> ACTIONS =
            List.of("list", "describe", "delete", "reset-offsets", "delete-offsets");
    private static final List<String> SCOPES = List.of("all-groups", "group");
    private static final String ALL_INTERNAL = "delete-all-internal-topics";
    private static final String INTERNAL = "delete-internal-topic";

    private StreamsGroupsOptions() {}

    static OptionTable table() {
        var table = new OptionTable("kafka-streams-groups.sh", "This tool helps to list, or describe streams groups.")
                .value("bootstrap-server", "server to connect to", "REQUIRED: The server(s) to connect to.")
                .value("group", "streams group", "The streams group we wish to act on.")
                .value(
                        "input-topic",
                        "topic",
                        "The input topic whose committed offsets --delete-offsets forgets or --reset-offsets sets; several"
                                + " may be given. Partitions can be chosen: topic1:0,1,2.")
                .flag(
                        "all-input-topics",
                        "Consider all source topics of the group's topology. Supported operations: delete-offsets,"
                                + " reset-offsets.")
                .flag("list", "List all streams groups.")
                .flag("describe", "Describe streams group and list offset lag related to given group.")
                .flag("all-groups", "Apply to all streams groups.")
                .flag("delete", "Delete groups with all their offsets: --group g1 --group g2.")
                .flag(
                        "delete-offsets",
                        "Delete offsets of streams group. Supports one streams group at the time, and multiple topics.")
                .value("timeout", "timeout (ms)", "How long to wait for each answer (default: 10000).")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .optionalValue(
                        "state",
                        "states",
                        "With --describe: the state of the group. With --list: the state of each group, or only the"
                                + " groups in these states: Empty, NotReady, Stable, Assigning, Reconciling, Dead.")
                .flag("members", "With --describe: the members of the group.")
                .flag("offsets", "With --describe: each partition's lag. This is the default.")
                .flag(
                        "reset-offsets",
                        "Reset the offsets of a streams group whose instances are stopped. --dry-run shows the new offsets,"
                                + " --execute sets them, --export prints them as CSV. Needs one of --to-datetime,"
                                + " --by-duration, --to-earliest, --to-latest, --shift-by, --from-file, --to-current,"
                                + " --to-offset, and --all-input-topics or --input-topic unless a file is read.");
        ResetScenarios.addTo(table);
        return table.value(
                        INTERNAL,
                        "topic",
                        "With --reset-offsets --execute: delete this internal topic of the group too.")
                .flag(
                        ALL_INTERNAL,
                        "With --delete, or with --reset-offsets --execute: delete all internal topics of the group too.")
                .flag(
                        "verbose",
                        "With --describe: epochs; with --members also assignments and protocol, with --offsets leader"
                                + " epochs.")
                .flag("dry-run", "Only show what --reset-offsets would do.")
                .flag("execute", "Do it. Supported operations: reset-offsets.")
                .flag("export", "Print the new offsets as CSV. Supported operations: reset-offsets.");
    }

    static void check(ParsedOptions options) {
        var rules = new OptionRules(options);
        rules.onlyBeside(List.of("state"), List.of("list", "describe"));
        rules.onlyBeside(List.of("members", "offsets", "verbose"), List.of("describe"));
        rules.require("bootstrap-server");
        if (options.has("describe")) {
            rules.takesOneOf("describe", SCOPES);
            rules.takesAtMostOneOf("describe", List.of("members", "offsets", "state"));
            rules.stateWithoutValue();
        }
        if (options.has("delete")) {
            rules.takesOneOf("delete", SCOPES);
            if (options.has("input-topic") || options.has("all-input-topics")) {
                throw new UsageException(
                        "Kafka Streams does not support topic-specific offset deletion from a streams group.");
            }
        }
        if (options.has("delete-offsets")) {
            checkDeleteOffsets(options, rules);
        }
        if (options.has("reset-offsets")) {
            checkReset(options, rules);
        }
        checkInternalTopics(options);
        if ((options.has("dry-run") || options.has("execute")) && !options.has("reset-offsets")) {
            throw new UsageException("Only Option [reset-offsets] accepts [execute] or [dry-run]");
        }
        rules.notWith("list", List.of("members", "offsets"));
        rules.notWith("group", List.of("all-groups", "list"));
        rules.notWith("input-topic", List.of("list", "describe", "delete"));
        if (!rules.hasOneOf(ACTIONS)) {
            throw new UsageException("Command must include exactly one action: --list, --describe, --delete,"
                    + " --reset-offsets, or --delete-offsets.");
        }
    }

    private static void checkDeleteOffsets(ParsedOptions options, OptionRules rules) {
        var topics = List.of("all-input-topics", "input-topic");
        if (!rules.hasAny(topics) || !options.has("group")) {
            throw new UsageException("Option [delete-offsets] takes the [group] and one of these options: "
                    + OptionRules.bracketed(topics));
        }
        if (options.values("group").size() > 1) {
            throw new UsageException("Option [delete-offsets] supports only one [group] at a time, but found: "
                    + options.values("group"));
        }
    }

    private static void checkReset(ParsedOptions options, OptionRules rules) {
        if (options.has("dry-run") && options.has("execute")) {
            throw new UsageException("Option [reset-offsets] only accepts one of [execute] and [dry-run]");
        }
        if (!options.has("dry-run") && !options.has("execute")) {
            throw new UsageException("Option [reset-offsets] takes the option: [execute] or [dry-run]");
        }
        rules.takesOneOf("reset-offsets", SCOPES);
        for (var scenario : ResetScenarios.ALL) {
            rules.notWith(scenario, ResetScenarios.ALL);
        }
    }

    private static void checkInternalTopics(ParsedOptions options) {
        boolean executesReset = options.has("reset-offsets") && options.has("execute");
        if (options.has(ALL_INTERNAL)) {
            if (!options.has("reset-offsets") && !options.has("delete")) {
                throw new UsageException(
                        "Option [" + ALL_INTERNAL + "] takes one of these options: [delete], [reset-offsets]");
            }
            if (options.has("reset-offsets") && !executesReset) {
                throw new UsageException("Option [" + ALL_INTERNAL + "] takes [execute] when [reset-offsets] is used.");
            }
        } else if (options.has(INTERNAL) && !executesReset) {
            throw new UsageException("Option [" + INTERNAL + "] takes [reset-offsets] when [execute] is used.");
        }
    }
}
