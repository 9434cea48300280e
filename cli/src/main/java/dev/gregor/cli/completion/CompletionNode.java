package dev.gregor.cli.completion;

import java.util.List;

/**
 * What may follow the words of a command.
 *
 * @param program   as in {@code bin/}
 * @param words     the command's words after the program, with a space between them; empty for the program itself
 * @param commands  the commands below it
 * @param arguments what stands there without an option
 */
public record CompletionNode(
        String program, String words, List<Child> commands, List<Option> options, Values arguments) {
    public CompletionNode {
        commands = List.copyOf(commands);
        options = List.copyOf(options);
    }

    /** A command below another. */
    public record Child(String name, String description) {}

    /**
     * An option under all its names, dashes included.
     *
     * @param isFlag whether it takes no value
     */
    public record Option(List<String> names, String description, boolean isFlag, Values values) {
        public Option {
            names = List.copyOf(names);
        }

        /** The name to offer. */
        String longest() {
            var longest = names.get(0);
            for (var name : names) {
                longest = name.length() > longest.length() ? name : longest;
            }
            return longest;
        }
    }

    /** Program and words. */
    String line() {
        return words.isEmpty() ? program : program + " " + words;
    }
}
