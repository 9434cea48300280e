package dev.gregor.cli.dropin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was on the command line, by option name without dashes.
 *
 * <p>Like jopt-simple it looks at a value when asked for it: a number that is none, or an option given twice where one is
 * wanted, fails there and not before.
 */
public final class ParsedOptions {
    private final Map<String, List<String>> seen;
    private final List<String> order;
    private final List<String> words;

    ParsedOptions(Map<String, List<String>> seen, List<String> order, List<String> words) {
        this.seen = seen;
        this.order = order;
        this.words = words;
    }

    /** Whether the option was given. */
    public boolean has(String option) {
        return seen.containsKey(option);
    }

    /** All its values, in order; empty when it was not given. */
    public List<String> values(String option) {
        var values = seen.get(option);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** All its values, each split at commas; empty pieces are left out, as jopt-simple does, but for a value that is empty. */
    public List<String> commaSeparated(String option) {
        var pieces = new ArrayList<String>();
        for (var value : values(option)) {
            int before = pieces.size();
            int start = 0;
            for (int end = value.indexOf(','); end >= 0; end = value.indexOf(',', start)) {
                addUnlessEmpty(pieces, value.substring(start, end));
                start = end + 1;
            }
            addUnlessEmpty(pieces, value.substring(start));
            if (pieces.size() == before) {
                pieces.add("");
            }
        }
        return pieces;
    }

    private static void addUnlessEmpty(List<String> pieces, String piece) {
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
    }

    /** The options' names in the order of the line, as often as each was given. */
    public List<String> order() {
        return List.copyOf(order);
    }

    /**
     * Its one value.
     *
     * @throws OptionException when it was given more than once
     */
    public Optional<String> value(String option) {
        var values = values(option);
        if (values.size() > 1) {
            throw new OptionException("Found multiple arguments for option " + option + ", but you asked for only one");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * Its one value as a whole number.
     *
     * @throws OptionException when it is none, or given more than once
     */
    public Optional<Integer> integer(String option) {
        var text = value(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(text.get()));
        } catch (NumberFormatException notANumber) {
            throw notConvertible(text.get(), option);
        }
    }

    /**
     * Its one value as a whole number of 64 bits.
     *
     * @throws OptionException when it is none, or given more than once
     */
    public Optional<Long> longInteger(String option) {
        var text = value(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text.get()));
        } catch (NumberFormatException notANumber) {
            throw notConvertible(text.get(), option);
        }
    }

    private static OptionException notConvertible(String text, String option) {
        return new OptionException("Cannot parse argument '" + text + "' of option " + option);
    }

    /** The words that belong to no option; most of Kafka's tools pass over them. */
    public List<String> words() {
        return List.copyOf(words);
    }
}
