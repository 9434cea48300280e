package dev.gregor.cli.share;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.OptionRules;
import java.util.List;

/** The options of {@code kafka-share-groups.sh}, and which of them go together; the order of the checks is Kafka's. */
final class ShareGroupsOptions {
    private static final List<String> SCENARIOS = List.of("to-datetime", "to-earliest", "to-latest");
    private static final List<String> ACTIONS =
            List.of("list", "describe", "delete", "reset-offsets", "delete-offsets");
    private static final List<String> SCOPES = List.of("all-groups", "group");

    private ShareGroupsOptions() {}

    static OptionTable table() {
        return new OptionTable(
                        "kafka-share-groups.sh", "This tool helps to list, describe, reset and delete share groups.")
                .value("bootstrap-server", "server to connect to", "REQUIRED: The server(s) to connect to.")
                .value("group", "share group", "The share group we wish to act on.")
                .value(
                        "topic",
                        "topic",
                        "The topic whose offsets are deleted or reset. When resetting, partitions can be chosen: topic1:0,1,2.")
                .flag("all-topics", "Consider all topics the share group has offsets for in --reset-offsets.")
                .flag("list", "List all share groups.")
                .flag("describe", "Describe share group, members and offset information.")
                .flag("all-groups", "Apply to all share groups.")
                .flag("delete", "Delete share group.")
                .value("timeout", "timeout (ms)", "How long to wait for each answer (default: 10000).")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag(
                        "reset-offsets",
                        "Reset the offsets of a share group whose members are stopped. --dry-run shows the new offsets,"
                                + " --execute sets them. Needs one of --to-datetime, --to-earliest, --to-latest, and"
                                + " --all-topics or --topic.")
                .flag(
                        "delete-offsets",
                        "Delete offsets of share group. Supports one share group at the time, and multiple topics.")
                .flag("dry-run", "Only show what --reset-offsets would do.")
                .flag("execute", "Do it. Supported operations: reset-offsets.")
                .value(
                        "to-datetime",
                        "datetime",
                        "Reset offsets to offset from datetime. Format: 'YYYY-MM-DDThh:mm:ss.sss'")
                .flag("to-earliest", "Reset offsets to earliest offset.")
                .flag("to-latest", "Reset offsets to latest offset.")
                .flag("members", "With --describe: the members of the group.")
                .flag("offsets", "With --describe: each partition's offset. This is the default.")
                .optionalValue(
                        "state",
                        "states",
                        "With --describe: the state of the group. With --list: the state of each group, or only the"
                                + " groups in these states: Empty, Stable, Dead.")
                .flag("verbose", "With --describe: additional information, if any.");
    }

    static void check(ParsedOptions options) {
        var rules = new OptionRules(options);
        rules.onlyBeside(List.of("members", "offsets", "verbose"), List.of("describe"));
        rules.onlyBeside(List.of("state"), List.of("describe", "list"));
        rules.require("bootstrap-server");
        if (options.has("describe")) {
            rules.takesOneOf("describe", SCOPES);
            rules.takesAtMostOneOf("describe", List.of("members", "offsets", "state"));
            rules.stateWithoutValue();
        }
        if (options.has("delete")) {
            checkDelete(options);
        }
        if (options.has("delete-offsets") && (!options.has("group") || !options.has("topic"))) {
            throw new UsageException("Option [delete-offsets] takes the following options: [group], [topic]");
        }
        if (options.has("reset-offsets")) {
            checkReset(options, rules);
        }
        rules.notWith("group", List.of("all-groups", "list"));
        rules.notWith("topic", List.of("list", "describe"));
        if (!rules.hasOneOf(ACTIONS)) {
            throw new UsageException(
                    "Command must include exactly one action: --" + String.join(", --", ACTIONS) + ".");
        }
    }

    private static void checkDelete(ParsedOptions options) {
        if (!options.has("group") && !options.has("all-groups")) {
            throw new UsageException("Option [delete] takes the options [group] or [all-groups]");
        }
        if (options.has("group") && options.has("all-groups")) {
            throw new UsageException("Option [delete] takes either [group] or [all-groups], not both.");
        }
        if (options.has("topic")) {
            throw new UsageException("Option [delete] does not take the option: [topic]");
        }
    }

    private static void checkReset(ParsedOptions options, OptionRules rules) {
        if (options.has("dry-run") && options.has("execute")) {
            throw new UsageException("Option [reset-offsets] only accepts one of [execute] and [dry-run]");
        }
        if (!options.has("dry-run") && !options.has("execute")) {
            throw new UsageException("Option [reset-offsets] takes the option: [execute] or [dry-run]");
        }
        if (!options.has("group")) {
            throw new UsageException("Option [reset-offsets] takes the option: [group]");
        }
        rules.takesOneOf("reset-offsets", List.of("all-topics", "topic"));
        rules.takesOneOf("reset-offsets", SCENARIOS);
        for (var scenario : SCENARIOS) {
            rules.notWith(scenario, SCENARIOS);
        }
    }
}
