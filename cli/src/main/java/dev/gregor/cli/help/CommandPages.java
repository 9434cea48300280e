package dev.gregor.cli.help;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.help.CommandPage.Argument;
import dev.gregor.cli.help.CommandPage.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads the pages from the commands' own models; hidden commands and options have none. */
public final class CommandPages {
    private static final Map<Integer, String> EXIT_CODES =
            Map.of(0, "done", 1, "failed, or one of many did", 2, "the line could not be understood");
    private static final int UNREACHABLE = 4;

    private final Set<String> shared = new HashSet<>();
    private final List<CommandPage> pages = new ArrayList<>();

    private CommandPages() {
        for (var option :
                CommandSpec.forAnnotatedObject(new ConnectionOptions()).options()) {
            shared.add(option.longestName());
        }
    }

    /** The page of every command from this one on, a noun's verbs right after it. */
    static List<CommandPage> of(CommandLine root) {
        var pages = new CommandPages();
        pages.collect(root, "");
        return List.copyOf(pages.pages);
    }

    /** The examples of every command, as lines for a shell. */
    public static List<String> examples(CommandLine root) {
        var lines = new ArrayList<String>();
        for (var page : of(root)) {
            page.examples().forEach(example -> lines.add(example.line()));
        }
        return lines;
    }

    private void collect(CommandLine line, String words) {
        var spec = line.getCommandSpec();
        var children = new ArrayList<Map.Entry<String, CommandLine>>();
        for (var child : line.getSubcommands().entrySet()) {
            if (!child.getValue().getCommandSpec().usageMessage().hidden()) {
                children.add(child);
            }
        }
        var verbs = new ArrayList<String>();
        children.forEach(child -> verbs.add(child.getKey()));
        pages.add(page(spec, words, verbs));
        children.forEach(
                child -> collect(child.getValue(), words.isEmpty() ? child.getKey() : words + " " + child.getKey()));
    }

    private CommandPage page(CommandSpec spec, String words, List<String> verbs) {
        var options = new ArrayList<Option>();
        for (var option : spec.options()) {
            if (!option.hidden()) {
                options.add(option(option));
            }
        }
        var arguments = new ArrayList<Argument>();
        for (var argument : spec.positionalParameters()) {
            if (!argument.hidden()) {
                arguments.add(argument(argument));
            }
        }
        return new CommandPage(
                words,
                String.join(" ", spec.usageMessage().description()).strip(),
                synopsis(spec, words, options, arguments, verbs),
                options,
                arguments,
                ExampleLines.of(spec.usageMessage().footer()),
                exitCodes(spec),
                verbs);
    }

    private Option option(OptionSpec option) {
        boolean isFlag = option.arity().max() == 0;
        return new Option(
                List.of(option.names()),
                isFlag ? Optional.empty() : Optional.of(option.paramLabel()),
                isFlag ? "flag" : type(option),
                choices(option),
                Optional.ofNullable(option.defaultValue()).filter(text -> !isFlag),
                option.isMultiValue(),
                option.required() && option.group() == null,
                shared.contains(option.longestName()),
                description(option));
    }

    private static Argument argument(PositionalParamSpec argument) {
        return new Argument(
                argument.paramLabel(), argument.arity().min() > 0, argument.isMultiValue(), description(argument));
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", choices(argument)))
                .replace("$${", "${")
                .replace("%n", " ")
                .replace("%%", "%")
                .strip();
    }

    private static List<String> choices(ArgSpec argument) {
        var choices = new ArrayList<String>();
        var candidates = argument.completionCandidates();
        if (candidates != null) {
            candidates.forEach(choices::add);
        }
        return choices;
    }

    private static String type(OptionSpec option) {
        if (!choices(option).isEmpty()) {
            return "choice";
        }
        if (option.typeInfo().isMap()) {
            return "pair";
        }
        var types = option.auxiliaryTypes();
        var type = types.length > 0 ? types[types.length - 1] : option.type();
        if (type == Path.class) {
            return "file";
        }
        boolean isNumber = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
        return isNumber ? "number" : "text";
    }

    private static String synopsis(
            CommandSpec spec, String words, List<Option> options, List<Argument> arguments, List<String> verbs) {
        var synopsis = new StringBuilder("gregor");
        synopsis.append(words.isEmpty() ? "" : " ").append(words);
        if (!verbs.isEmpty()) {
            return synopsis.append(words.isEmpty() ? " COMMAND" : " VERB").toString();
        }
        boolean anyOptional = false;
        for (var option : options) {
            if (option.isRequired()) {
                synopsis.append(' ').append(option.names().get(option.names().size() - 1));
                option.value().ifPresent(value -> synopsis.append(' ').append(value));
            }
            anyOptional |= !option.isRequired();
        }
        for (var group : spec.argGroups()) {
            if (group.multiplicity().min() > 0) {
                var alternatives = new ArrayList<String>();
                group.options().forEach(option -> alternatives.add(option.longestName() + " " + option.paramLabel()));
                synopsis.append(" (").append(String.join(" | ", alternatives)).append(')');
            }
        }
        synopsis.append(anyOptional ? " [OPTION]..." : "");
        for (var argument : arguments) {
            var name = argument.name() + (argument.isRepeatable() ? "..." : "");
            synopsis.append(' ').append(argument.isRequired() ? name : "[" + name + "]");
        }
        return synopsis.toString();
    }

    private static Map<Integer, String> exitCodes(CommandSpec spec) {
        var codes = new TreeMap<>(EXIT_CODES);
        if (spec.findOption("--bootstrap-server") != null) {
            codes.put(UNREACHABLE, "the cluster could not be reached, or did not answer in time");
        }
        spec.usageMessage().exitCodeList().forEach((code, meaning) -> codes.put(Integer.valueOf(code), meaning));
        return codes;
    }
}
