package dev.gregor.cli.help;

import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.dropin.OptionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A drop-in and its options, as Apache Kafka's tool has them. */
record ToolPage(String program, String description, List<Option> options) {
    /**
     * An option.
     *
     * @param command the sub-command it belongs to; empty for the tool's own
     * @param value   what its value is called; empty for a flag
     */
    record Option(String command, List<String> names, Optional<String> value, String description) {}

    static ToolPage of(OptionTable table) {
        var options = new ArrayList<Option>();
        for (var option : table.options()) {
            options.add(new Option("", List.of("--" + option.name()), option.valueName(), option.description()));
        }
        return new ToolPage(table.program(), table.description(), options);
    }

    static ToolPage of(String program, ArgumentTable table) {
        var options = new ArrayList<Option>();
        collect(table, "", options);
        return new ToolPage(program, table.description(), options);
    }

    private static void collect(ArgumentTable table, String command, List<Option> options) {
        for (var argument : table.arguments()) {
            boolean takesNone = switch (argument.kind()) {
                case FLAG, HELP, VERSION -> true;
                case ONE, EACH, MANY -> false;
            };
            options.add(new Option(
                    command,
                    argument.flags(),
                    takesNone
                            ? Optional.empty()
                            : Optional.of(argument.valueName().orElse("VALUE")),
                    argument.help()));
        }
        for (var name : table.commandNames()) {
            table.commandNamed(name).ifPresent(below -> collect(below, (command + " " + name).strip(), options));
        }
    }
}
