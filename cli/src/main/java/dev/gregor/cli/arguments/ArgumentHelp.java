package dev.gregor.cli.arguments;

import java.util.ArrayList;
import java.util.List;

/** A table's usage, help and errors as argparse4j prints them, in lines of 75 characters. */
final class ArgumentHelp {
    private static final int WIDTH = 75;
    private static final int HELP_COLUMN = 25;
    /** A longer title than this has its help on the next line. */
    private static final int LONGEST_TITLE = 21;
    /** A longer program name than this has its usage on the next line. */
    private static final int LONGEST_PROGRAM = 30;

    private static final int NEXT_LINE_INDENT = 6;

    private final ArgumentTable table;

    ArgumentHelp(ArgumentTable table) {
        this.table = table;
    }

    String misuse(String message) {
        return usage() + FilledText.of(table.program() + ": error: " + message + "\n", WIDTH, 0, "");
    }

    String text() {
        var help = new StringBuilder(usage());
        if (!table.description().isEmpty()) {
            help.append('\n')
                    .append(FilledText.of(table.description(), WIDTH, 0, ""))
                    .append('\n');
        }
        boolean hasCommands = !table.commandNames().isEmpty();
        if (hasCommands && table.commandsTitle().isEmpty()) {
            help.append("\npositional arguments:\n");
            addCommands(help);
        }
        help.append("\noptional arguments:\n");
        for (var argument : table.arguments()) {
            if (!table.standsApart(argument)) {
                addArgument(help, argument);
            }
        }
        if (hasCommands && !table.commandsTitle().isEmpty()) {
            help.append('\n').append(table.commandsTitle()).append(":\n");
            addCommands(help);
        }
        for (var group : table.groups()) {
            if (group.standsApart()) {
                addGroup(help, group);
            }
        }
        return help.toString();
    }

    private void addGroup(StringBuilder help, ArgumentTable.Group group) {
        help.append('\n');
        if (!group.title().isEmpty()) {
            help.append(group.title()).append(":\n");
        }
        if (!group.description().isEmpty()) {
            help.append("  ")
                    .append(FilledText.of(group.description(), WIDTH, 2, "  "))
                    .append("\n\n");
        }
        for (var argument : group.arguments()) {
            addArgument(help, argument);
        }
    }

    private void addCommands(StringBuilder help) {
        addEntry(help, table.commandsSyntax(), "");
        for (var name : table.commandNames()) {
            var commandHelp = table.commandNamed(name).orElseThrow().commandHelp();
            if (!commandHelp.isEmpty()) {
                addEntry(help, "  " + name, commandHelp);
            }
        }
    }

    private void addArgument(StringBuilder help, Argument argument) {
        var titles = new ArrayList<String>();
        for (var flag : argument.flags()) {
            titles.add(argument.takesValue() ? flag + " " + argument.valueText() : flag);
        }
        var text = argument.help();
        if (table.tellsDefaults() && argument.defaultText().isPresent()) {
            text += (text.isEmpty() ? "" : " ") + "(default: "
                    + argument.defaultText().get() + ")";
        }
        addEntry(help, String.join(", ", titles), text);
    }

    private static void addEntry(StringBuilder help, String title, String text) {
        help.append("  ").append(title);
        if (!text.isEmpty()) {
            if (title.length() <= LONGEST_TITLE) {
                help.append(" ".repeat(HELP_COLUMN - 2 - title.length()));
            } else {
                help.append('\n').append(" ".repeat(HELP_COLUMN));
            }
            help.append(FilledText.of(text, WIDTH, HELP_COLUMN, " ".repeat(HELP_COLUMN)));
        }
        help.append('\n');
    }

    private String usage() {
        var parts = new ArrayList<String>();
        table.parent().ifPresent(parent -> addRequired(parts, parent));
        if (!table.command().isEmpty()) {
            parts.add(table.command());
        }
        for (var argument : table.arguments()) {
            if (!table.isAlternative(argument)) {
                parts.add(argument.isRequired() ? argument.syntax() : "[" + argument.syntax() + "]");
            }
        }
        for (var group : table.groups()) {
            if (group.exclusive()) {
                addAlternatives(parts, group);
            }
        }
        if (!table.commandNames().isEmpty()) {
            parts.add(table.commandsSyntax());
            parts.add("...");
        }
        return inLines("usage: " + table.program(), parts);
    }

    /** What the line needs before a sub-command. */
    private static void addRequired(List<String> parts, ArgumentTable parent) {
        parent.parent().ifPresent(upper -> addRequired(parts, upper));
        if (!parent.command().isEmpty()) {
            parts.add(parent.command());
        }
        for (var argument : parent.arguments()) {
            if (argument.isRequired() && !parent.isAlternative(argument)) {
                parts.add(argument.syntax());
            }
        }
        for (var group : parent.groups()) {
            if (group.exclusive() && group.required()) {
                addAlternatives(parts, group);
            }
        }
    }

    private static void addAlternatives(List<String> parts, ArgumentTable.Group group) {
        int last = group.arguments().size() - 1;
        for (int i = 0; i <= last; i++) {
            var syntax = group.arguments().get(i).syntax();
            if (i > 0) {
                parts.add("|");
            } else {
                syntax = (group.required() ? "(" : "[") + syntax;
            }
            parts.add(i < last ? syntax : syntax + (group.required() ? ")" : "]"));
        }
    }

    private static String inLines(String start, List<String> parts) {
        boolean startsAnew = start.length() > LONGEST_PROGRAM;
        int indent = startsAnew ? NEXT_LINE_INDENT : start.length();
        var lines = new StringBuilder(start);
        if (startsAnew) {
            lines.append('\n').append(" ".repeat(indent));
        }
        int width = indent;
        boolean first = true;
        for (var part : parts) {
            if (!first && width + part.length() + 1 > WIDTH) {
                lines.append('\n').append(" ".repeat(indent));
                width = indent;
            } else {
                first = false;
            }
            lines.append(' ').append(part);
            width += 1 + part.length();
        }
        return lines.append('\n').toString();
    }
}
