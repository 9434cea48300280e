package dev.gregor.cli.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All there is to say about one command.
 *
 * @param words     {@code topic list}; empty for {@code gregor} itself
 * @param synopsis  the words, then what may follow
 * @param exitCodes what each code means, ascending
 * @param verbs     the words of the commands below it
 */
record CommandPage(
        String words,
        String description,
        String synopsis,
        List<Option> options,
        List<Argument> arguments,
        List<Example> examples,
        Map<Integer, String> exitCodes,
        List<String> verbs) {
    /**
     * An option.
     *
     * @param names    as on a line, dashes included
     * @param value    what its value is called; empty for a flag
     * @param type     flag, text, number, file, choice or pair
     * @param choices  the words it takes; empty where any will do
     * @param isShared whether most commands have it: it says which cluster is meant
     */
    record Option(
            List<String> names,
            Optional<String> value,
            String type,
            List<String> choices,
            Optional<String> byDefault,
            boolean isRepeatable,
            boolean isRequired,
            boolean isShared,
            String description) {}

    /** A word that is no option. */
    record Argument(String name, boolean isRequired, boolean isRepeatable, String description) {}

    /**
     * A line that runs as it stands where there is a topic {@code orders} and a group {@code billing}.
     *
     * @param note what it is for; may be empty
     */
    record Example(String line, String note) {}

    /** The noun, which is the command itself where it has no verb. */
    String noun() {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }

    /** As typed. */
    String title() {
        return words.isEmpty() ? "gregor" : "gregor " + words;
    }
}
