package dev.gregor.cli.arguments;

import dev.gregor.cli.arguments.Argument.Kind;
import dev.gregor.cli.dropin.DropIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line as it is read, word by word; one use. */
final class ArgumentLine {
    private final List<String> words;
    private final boolean readsFiles;
    private final Map<String, List<String>> values = new HashMap<>();
    private int index;
    private boolean onlyWordsFollow;
    /** What is missing is told last: what is wrong with a later word comes first. */
    private Optional<ArgumentException> missing = Optional.empty();

    ArgumentLine(String[] words, boolean readsFiles) {
        this.words = new ArrayList<>(List.of(words));
        this.readsFiles = readsFiles;
    }

    ParsedArguments read(ArgumentTable table) {
        var command = readAll(table);
        if (missing.isPresent()) {
            throw missing.get();
        }
        return new ParsedArguments(command, values);
    }

    /** Reads up to the end; returns the sub-command, or nothing where there is none. */
    private String readAll(ArgumentTable table) {
        for (var argument : table.arguments()) {
            if (argument.takesValue() && argument.defaultText().isPresent()) {
                values.put(argument.name(), List.of(argument.defaultText().get()));
            }
        }
        var used = new HashSet<Argument>();
        while (index < words.size()) {
            if (atFlag(table) && !words.get(index).equals("--")) {
                readOption(table, used);
            } else if (words.get(index).equals("--") && !onlyWordsFollow) {
                onlyWordsFollow = true;
                index++;
            } else if (!onlyWordsFollow && !table.commandNames().isEmpty()) {
                noteMissing(table, used);
                return readCommand(table);
            } else {
                throw unrecognized(table, String.join(" ", words.subList(index, words.size())), "");
            }
        }
        if (!table.commandNames().isEmpty()) {
            throw new ArgumentException(table, "too few arguments");
        }
        noteMissing(table, used);
        return table.command();
    }

    private String readCommand(ArgumentTable table) {
        var word = words.get(index);
        var names = table.commandNames();
        // No word at all begins every name, and means none.
        var meant = word.isEmpty() ? List.<String>of() : named(names, word);
        if (meant.size() > 1) {
            throw new ArgumentException(
                    table, "ambiguous command: " + word + " could match " + String.join(", ", meant));
        }
        if (meant.isEmpty()) {
            throw new ArgumentException(
                    table,
                    "invalid choice: '" + word + "' (choose from '" + String.join("', '", names) + "')",
                    NearWords.hint(word, names));
        }
        index++;
        return readAll(table.commandNamed(meant.get(0)).orElseThrow());
    }

    private static List<String> named(List<String> names, String word) {
        return names.contains(word) ? List.of(word) : NearWords.startingWith(names, word);
    }

    private void readOption(ArgumentTable table, Set<Argument> used) {
        var word = words.get(index);
        int equals = word.indexOf('=');
        var flag = equals < 0 ? word : word.substring(0, equals);
        var found = named(table, flag);
        if (found.isPresent()) {
            index++;
            take(table, found.get(), used, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)));
            return;
        }
        if (word.startsWith("--")) {
            throw unrecognized(table, word, nearFlags(table, word));
        }
        readShortOptions(table, used, word);
    }

    /** Several short options in one word, as in {@code -xvf}; the rest after one that takes a value is its value. */
    private void readShortOptions(ArgumentTable table, Set<Argument> used, String word) {
        for (int i = 1; i < word.length(); i++) {
            var argument = table.flagged("-" + word.charAt(i));
            if (argument.isEmpty()) {
                throw unrecognized(table, word, nearFlags(table, word));
            }
            if (argument.get().takesValue()) {
                index++;
                take(
                        table,
                        argument.get(),
                        used,
                        i + 1 < word.length() ? Optional.of(word.substring(i + 1)) : Optional.empty());
                return;
            }
            take(table, argument.get(), used, Optional.empty());
        }
        index++;
    }

    private static Optional<Argument> named(ArgumentTable table, String flag) {
        var exact = table.flagged(flag);
        if (exact.isPresent()) {
            return exact;
        }
        var meant = NearWords.startingWith(table.flags(), flag);
        if (meant.size() > 1) {
            throw new ArgumentException(
                    table, "ambiguous option: " + flag + " could match " + String.join(", ", meant));
        }
        return meant.isEmpty() ? Optional.empty() : table.flagged(meant.get(0));
    }

    private void take(ArgumentTable table, Argument argument, Set<Argument> used, Optional<String> attached) {
        for (var other : table.excludedBy(argument)) {
            if (used.contains(other)) {
                throw ArgumentException.about(table, argument, "not allowed with argument " + other.label());
            }
        }
        used.add(argument);
        if (argument.takesValue()) {
            takeValues(table, argument, attached);
            return;
        }
        if (attached.isPresent()) {
            throw ArgumentException.about(table, argument, "ignore implicit argument '" + attached.get() + "'");
        }
        if (argument.kind() == Kind.HELP) {
            throw AnswerAsked.help(table);
        }
        if (argument.kind() == Kind.VERSION) {
            throw AnswerAsked.version(DropIn.VERSION_TEXT);
        }
        values.put(argument.name(), List.of());
    }

    private void takeValues(ArgumentTable table, Argument argument, Optional<String> attached) {
        boolean many = argument.kind() == Kind.MANY;
        var taken = new ArrayList<String>();
        if (attached.isPresent()) {
            taken.add(checked(table, argument, attached.get()));
        } else {
            while (index < words.size() && (many || taken.isEmpty()) && !atFlag(table)) {
                taken.add(checked(table, argument, words.get(index++)));
            }
        }
        if (taken.isEmpty()) {
            throw ArgumentException.about(table, argument, many ? "expected 1 argument(s)" : "expected one argument");
        }
        if (argument.kind() == Kind.EACH && values.containsKey(argument.name())) {
            taken.addAll(0, values.get(argument.name()));
        }
        values.put(argument.name(), taken);
    }

    private static String checked(ArgumentTable table, Argument argument, String value) {
        try {
            argument.type().check(value);
            return value;
        } catch (NumberFormatException notANumber) {
            throw ArgumentException.about(
                    table,
                    argument,
                    "could not convert '" + value + "' to " + argument.type().label() + " (" + notANumber.getMessage()
                            + ")");
        }
    }

    /** Whether the next word is an option; a negative number is none. */
    private boolean atFlag(ArgumentTable table) {
        while (readsFiles && words.get(index).startsWith("@")) {
            putLinesOfFile(table, words.remove(index).substring(1));
            if (index == words.size()) {
                return false;
            }
        }
        var word = words.get(index);
        return !onlyWordsFollow && word.startsWith("-") && !isNegativeNumber(word);
    }

    private void putLinesOfFile(ArgumentTable table, String file) {
        try {
            words.addAll(index, Files.readAllLines(Path.of(file)));
        } catch (IOException failed) {
            throw new ArgumentException(table, "Could not read arguments from file '" + file + "'");
        }
    }

    /** Also of no digits: a dash alone is a word. */
    private static boolean isNegativeNumber(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void noteMissing(ArgumentTable table, Set<Argument> used) {
        if (missing.isPresent()) {
            return;
        }
        // Of several missing options argparse4j names the last.
        for (var argument : table.arguments()) {
            if (argument.isRequired() && !used.contains(argument)) {
                missing = Optional.of(new ArgumentException(table, "argument " + argument.label() + " is required"));
            }
        }
        if (missing.isPresent()) {
            return;
        }
        for (var group : table.groups()) {
            if (group.required() && Collections.disjoint(group.arguments(), used)) {
                var labels = new StringBuilder();
                for (var argument : group.arguments()) {
                    labels.append(argument.label()).append(' ');
                }
                missing = Optional.of(new ArgumentException(table, "one of the arguments " + labels + "is required"));
            }
        }
    }

    private static ArgumentException unrecognized(ArgumentTable table, String what, String hint) {
        return new ArgumentException(table, "unrecognized arguments: '" + what + "'", hint);
    }

    private static String nearFlags(ArgumentTable table, String word) {
        int dashes = word.startsWith("--") ? 2 : 1;
        return word.length() - dashes < 2 ? "" : NearWords.hint(word.substring(dashes), table.flags());
    }
}
