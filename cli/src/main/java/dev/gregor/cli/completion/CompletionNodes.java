package dev.gregor.cli.completion;

import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.completion.CompletionNode.Child;
import dev.gregor.cli.completion.CompletionNode.Option;
import dev.gregor.cli.dropin.OptionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the nodes from the commands' own models. */
public final class CompletionNodes {
    private CompletionNodes() {}

    /** The nodes of {@code gregor}. */
    public static List<CompletionNode> of(CommandLine gregor) {
        var nodes = new ArrayList<CompletionNode>();
        collect(gregor, "", nodes);
        return nodes;
    }

    /** The nodes of a drop-in with sub-commands. */
    public static List<CompletionNode> of(String program, ArgumentTable table) {
        var nodes = new ArrayList<CompletionNode>();
        collect(program, "", table, nodes);
        return nodes;
    }

    private static void collect(String program, String words, ArgumentTable table, List<CompletionNode> nodes) {
        var commands = new ArrayList<Child>();
        for (var name : new TreeSet<>(table.commandNames())) {
            commands.add(new Child(name, ""));
        }
        var options = new ArrayList<Option>();
        for (var argument : table.arguments()) {
            boolean isFlag = argument.kind() == Argument.Kind.FLAG
                    || argument.kind() == Argument.Kind.HELP
                    || argument.kind() == Argument.Kind.VERSION;
            var name = argument.flags().get(argument.flags().size() - 1).replaceFirst("^-+", "");
            var values = DropInValues.of(program, name, argument.valueName().orElse(name));
            options.add(new Option(argument.flags(), Brief.of(argument.help()), isFlag, values));
        }
        options.sort(Comparator.comparing(Option::longest));
        nodes.add(new CompletionNode(program, words, commands, options, new Values.Anything()));
        for (var name : table.commandNames()) {
            var deeper = words.isEmpty() ? name : words + " " + name;
            table.commandNamed(name).ifPresent(command -> collect(program, deeper, command, nodes));
        }
    }

    private static void collect(CommandLine command, String words, List<CompletionNode> nodes) {
        var children = new TreeMap<String, CommandLine>(command.getSubcommands());
        children.values()
                .removeIf(child -> child.getCommandSpec().usageMessage().hidden());
        var commands = new ArrayList<Child>();
        children.forEach((name, child) -> commands.add(new Child(name, description(child.getCommandSpec()))));
        nodes.add(new CompletionNode(
                "gregor", words, commands, options(command.getCommandSpec()), arguments(command.getCommandSpec())));
        children.forEach((name, child) -> collect(child, words.isEmpty() ? name : words + " " + name, nodes));
    }

    private static String description(CommandSpec spec) {
        return Brief.of(String.join(" ", spec.usageMessage().description()));
    }

    /** The options of a command, sorted by the name that is offered. */
    public static List<Option> options(CommandSpec spec) {
        var options = new ArrayList<Option>();
        for (var option : spec.options()) {
            if (!option.hidden()) {
                options.add(option(spec, option));
            }
        }
        options.sort(Comparator.comparing(Option::longest));
        return options;
    }

    private static Option option(CommandSpec spec, OptionSpec option) {
        boolean isFlag = option.arity().max() == 0;
        var description = Brief.of(String.join(" ", option.description()));
        return new Option(List.of(option.names()), description, isFlag, values(spec, option));
    }

    private static Values values(CommandSpec spec, OptionSpec option) {
        if (option.longestName().equals("--context") || option.longestName().equals("--confirm")) {
            return new Values.Contexts();
        }
        var words = new ArrayList<String>();
        var candidates = option.completionCandidates();
        if (candidates != null) {
            candidates.forEach(words::add);
        }
        return words.isEmpty() ? ValueLabels.of(spec, option.paramLabel()) : new Values.Words(words);
    }

    /** What a command takes without an option, place by place. */
    public static Values arguments(CommandSpec spec) {
        var places = new ArrayList<Values>();
        for (var argument : spec.positionalParameters()) {
            var words = new ArrayList<String>();
            var candidates = argument.completionCandidates();
            if (candidates != null) {
                candidates.forEach(words::add);
            }
            places.add(words.isEmpty() ? ValueLabels.of(spec, argument.paramLabel()) : new Values.Words(words));
        }
        if (places.isEmpty()) {
            return new Values.Anything();
        }
        return Set.copyOf(places).size() == 1 ? places.get(0) : new Values.InTurn(places);
    }

    /** The node of a drop-in. */
    public static CompletionNode of(OptionTable table) {
        Map<String, Option> options = new TreeMap<>();
        for (var option : table.options()) {
            var values = DropInValues.of(
                    table.program(), option.name(), option.valueName().orElse(""));
            options.put(
                    option.name(),
                    new Option(
                            List.of("--" + option.name()),
                            Brief.of(option.description()),
                            option.valueName().isEmpty(),
                            values));
        }
        return new CompletionNode(table.program(), "", List.of(), List.copyOf(options.values()), new Values.Anything());
    }
}
