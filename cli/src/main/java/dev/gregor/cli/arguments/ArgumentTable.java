package dev.gregor.cli.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool, or one of its sub-commands, takes: options in the order of the help, groups of them, sub-commands. {@code -h}
 * and {@code --help} are in every table.
 */
public final class ArgumentTable {
    /**
     * Options that belong together.
     *
     * @param exclusive whether one of them rules out the others
     * @param required  whether one of them must be given
     */
    record Group(String title, String description, boolean exclusive, boolean required, List<Argument> arguments) {
        /** Whether the help shows it apart; else its options stand among the rest. */
        boolean standsApart() {
            return !exclusive || !title.isEmpty() || !description.isEmpty();
        }
    }

    private final String program;
    private final Optional<ArgumentTable> parent;
    private final String command;
    private final String commandHelp;
    private String description;
    private boolean tellsDefaults;
    private boolean readsFiles;
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, ArgumentTable> commands = new LinkedHashMap<>();
    private String commandsTitle = "";
    private String commandsName = "";

    private ArgumentTable(
            String program, Optional<ArgumentTable> parent, String command, String commandHelp, String description) {
        this.program = program;
        this.parent = parent;
        this.command = command;
        this.commandHelp = commandHelp;
        this.description = description;
        arguments.add(Argument.ofHelp());
    }

    /** A tool's table. */
    public static ArgumentTable of(String program, String description) {
        return new ArgumentTable(program, Optional.empty(), "", "", description);
    }

    /** The help tells defaults of the tool's own options. */
    public ArgumentTable tellingDefaults() {
        tellsDefaults = true;
        return this;
    }

    /** A word {@code @file} stands for the lines of that file. */
    public ArgumentTable readingFiles() {
        readsFiles = true;
        return this;
    }

    /** Adds options. */
    public ArgumentTable with(Argument... added) {
        arguments.addAll(List.of(added));
        return this;
    }

    /** Adds options under a heading of their own. */
    public ArgumentTable group(String title, String description, Argument... added) {
        return add(new Group(title, description, false, false, List.of(added)));
    }

    /** Adds options of which one at most may be given. */
    public ArgumentTable atMostOneOf(Argument... added) {
        return add(new Group("", "", true, false, List.of(added)));
    }

    /** Adds options of which exactly one must be given. */
    public ArgumentTable exactlyOneOf(Argument... added) {
        return exactlyOneOf("", added);
    }

    /** Adds options of which exactly one must be given, with a sentence about them in the help. */
    public ArgumentTable exactlyOneOf(String about, Argument... added) {
        return add(new Group("", about, true, true, List.of(added)));
    }

    private ArgumentTable add(Group group) {
        groups.add(group);
        arguments.addAll(group.arguments());
        return this;
    }

    /** The heading of the sub-commands in the help, and the word that stands for them in the usage. */
    public ArgumentTable commandsCalled(String title, String name) {
        commandsTitle = title;
        commandsName = name;
        return this;
    }

    /** Adds a sub-command; its own table is returned. */
    public ArgumentTable command(String name, String help) {
        var added = new ArgumentTable(program, Optional.of(this), name, help, "");
        commands.put(name, added);
        return added;
    }

    /** What the help says below the usage. */
    public ArgumentTable describedAs(String text) {
        description = text;
        return this;
    }

    /**
     * Reads a line as argparse4j does.
     *
     * @throws ArgumentException when it cannot be read
     * @throws AnswerAsked when it asks for the help or the version
     */
    public ParsedArguments parse(String... words) {
        return new ArgumentLine(words, readsFiles).read(this);
    }

    /** As in messages, which is not always the name in {@code bin/}. */
    public String program() {
        return program;
    }

    /** The sub-commands by name, in the order of the help. */
    public Map<String, ArgumentTable> commands() {
        return Map.copyOf(commands);
    }

    /** Every flag of this table, without those of its sub-commands. */
    public List<String> flags() {
        var flags = new ArrayList<String>();
        for (var argument : arguments) {
            flags.addAll(argument.flags());
        }
        return flags;
    }

    /** The names of the sub-commands, in the order of the help. */
    public List<String> commandNames() {
        return List.copyOf(commands.keySet());
    }

    Optional<ArgumentTable> parent() {
        return parent;
    }

    String command() {
        return command;
    }

    String commandHelp() {
        return commandHelp;
    }

    /** What the help says below the usage. */
    public String description() {
        return description;
    }

    boolean tellsDefaults() {
        return tellsDefaults;
    }

    String commandsTitle() {
        return commandsTitle;
    }

    String commandsSyntax() {
        return commandsName.isEmpty() ? "{" + String.join(",", commands.keySet()) + "}" : commandsName;
    }

    /** Its options, without those of its sub-commands. */
    public List<Argument> arguments() {
        return arguments;
    }

    List<Group> groups() {
        return groups;
    }

    /** The options that may not be given beside this one. */
    List<Argument> excludedBy(Argument argument) {
        for (var group : groups) {
            if (group.exclusive() && group.arguments().contains(argument)) {
                var others = new ArrayList<>(group.arguments());
                others.remove(argument);
                return others;
            }
        }
        return List.of();
    }

    /** Whether the option is one of alternatives. */
    boolean isAlternative(Argument argument) {
        return !excludedBy(argument).isEmpty();
    }

    /** Whether the option stands in a part of the help of its own. */
    boolean standsApart(Argument argument) {
        for (var group : groups) {
            if (group.standsApart() && group.arguments().contains(argument)) {
                return true;
            }
        }
        return false;
    }

    Optional<Argument> flagged(String flag) {
        for (var argument : arguments) {
            if (argument.flags().contains(flag)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The table of this sub-command, if there is one. */
    public Optional<ArgumentTable> commandNamed(String name) {
        return Optional.ofNullable(commands.get(name));
    }
}
