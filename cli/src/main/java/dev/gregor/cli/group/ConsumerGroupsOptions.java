package dev.gregor.cli.group;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.OptionRules;
import dev.gregor.cli.reset.ResetScenarios;
import java.io.PrintStream;
import java.util.List;

/** The options of {@code kafka-consumer-groups.sh}, and which of them go together; the order of the checks is Kafka's. */
final class ConsumerGroupsOptions {
    private static final List<String> ACTIONS =
            List.of("list", "describe", "delete", "reset-offsets", "delete-offsets", "validate-regex");
    private static final List<String> SCOPES = List.of("group", "all-groups");

    private ConsumerGroupsOptions() {}

    static OptionTable table() {
        var table = new OptionTable(
                        "kafka-consumer-groups.sh",
                        "This tool helps to list all consumer groups, describe a consumer group, delete consumer group"
                                + " info, or reset consumer group offsets.")
                .value(
                        "bootstrap-server",
                        "server to connect to",
                        "The server(s) to connect to. REQUIRED for all options except for --validate-regex.")
                .value("group", "consumer group", "The consumer group we wish to act on.")
                .value(
                        "topic",
                        "topic",
                        "The topic whose offsets --delete-offsets forgets or --reset-offsets sets; several may be given."
                                + " Partitions can be chosen: topic1:0,1,2.")
                .flag("all-topics", "Consider all topics the group has offsets for in --reset-offsets.")
                .flag("list", "List all consumer groups.")
                .flag("describe", "Describe the group and its offset lag (number of messages not yet processed).")
                .flag("all-groups", "Apply to all consumer groups.")
                .flag("delete", "Delete groups with all their offsets: --group g1 --group g2.")
                .value("timeout", "timeout (ms)", "How long to wait for each answer (default: 10000).")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag(
                        "reset-offsets",
                        "Reset the offsets of a group whose members are stopped. --dry-run (the default) shows the new"
                                + " offsets, --execute sets them, --export prints them as CSV. Needs one of --to-datetime,"
                                + " --by-duration, --to-earliest, --to-latest, --shift-by, --from-file, --to-current,"
                                + " --to-offset, and --all-topics or --topic unless a file is read.")
                .flag(
                        "delete-offsets",
                        "Delete offsets of a consumer group. Supports one consumer group at the time, and multiple topics.")
                .flag("dry-run", "Only show what --reset-offsets would do.")
                .flag("execute", "Do it. Supported operations: reset-offsets.")
                .flag("export", "Print the new offsets as CSV. Supported operations: reset-offsets.");
        ResetScenarios.addTo(table);
        return table.flag("members", "With --describe: the members of the group.")
                .flag("verbose", "With --describe: additional information, if any.")
                .flag("offsets", "With --describe: each partition's offset and lag. This is the default.")
                .optionalValue(
                        "state",
                        "states",
                        "With --describe: the state of the group. With --list: the state of each group, or only the"
                                + " groups in these states: stable,empty.")
                .optionalValue(
                        "type",
                        "types",
                        "With --list: the type of each group, or only the groups of these types: classic,consumer.")
                .value(
                        "validate-regex",
                        "regex",
                        "Validate that the syntax of the provided regular expression is valid according to the RE2 format.");
    }

    /**
     * Checks what goes together, and warns where Kafka does.
     *
     * @throws UsageException for a combination that does not
     */
    static void check(ParsedOptions options, PrintStream err) {
        var rules = new OptionRules(options);
        rules.onlyBeside(List.of("members", "verbose", "offsets"), List.of("describe"));
        rules.onlyBeside(List.of("state"), List.of("describe", "list"));
        rules.onlyBeside(List.of("type"), List.of("list"));
        if (!options.has("validate-regex")) {
            rules.require("bootstrap-server");
        }
        if (options.has("describe")) {
            rules.takesOneOf("describe", SCOPES);
            rules.takesAtMostOneOf("describe", List.of("members", "offsets", "state"));
            rules.stateWithoutValue();
        }
        if (options.has("delete")) {
            rules.takesOneOf("delete", SCOPES);
            if (options.has("topic")) {
                throw new UsageException(
                        "The consumer does not support topic-specific offset deletion from a consumer group.");
            }
        }
        if (options.has("delete-offsets") && (!options.has("group") || !options.has("topic"))) {
            throw new UsageException("Option [delete-offsets] takes the following options: [group], [topic]");
        }
        if (options.has("reset-offsets")) {
            checkReset(options, rules, err);
        }
        rules.notWith("group", List.of("all-groups", "list"));
        rules.notWith("topic", List.of("list", "describe"));
        if (!rules.hasOneOf(ACTIONS)) {
            throw new UsageException("Command must include exactly one action: --" + String.join(", --", ACTIONS));
        }
    }

    private static void checkReset(ParsedOptions options, OptionRules rules, PrintStream err) {
        if (options.has("dry-run") && options.has("execute")) {
            throw new UsageException("Option [reset-offsets] only accepts one of [execute] and [dry-run]");
        }
        if (!options.has("dry-run") && !options.has("execute")) {
            err.println("WARN: No action will be performed as the --execute option is missing. In version 5.0, this"
                    + " command will require either --dry-run or --execute to be specified. You should add the"
                    + " --dry-run option explicitly if you are scripting this command and want to keep the current"
                    + " default behavior without prompting.");
        }
        rules.takesOneOf("reset-offsets", SCOPES);
        for (var scenario : ResetScenarios.ALL) {
            rules.notWith(scenario, ResetScenarios.ALL);
        }
    }
}
