package dev.gregor.cli.dropin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command line as it is read, word by word; one use. */
final class OptionLine {
    private final OptionTable table;
    private final Map<String, List<String>> seen = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private boolean onlyWordsFollow;

    OptionLine(OptionTable table) {
        this.table = table;
    }

    ParsedOptions parsed() {
        return new ParsedOptions(seen, order, words);
    }

    /** Reads the word at {@code index} and the value that belongs to it; returns the index of the next word. */
    int read(String[] arguments, int index) {
        var word = arguments[index];
        if (onlyWordsFollow || !word.startsWith("-") || word.equals("-")) {
            words.add(word);
            return index + 1;
        }
        if (word.equals("--")) {
            onlyWordsFollow = true;
            return index + 1;
        }
        var body = word.substring(word.startsWith("--") ? 2 : 1);
        int equals = body.indexOf('=');
        var name = equals < 0 ? body : body.substring(0, equals);
        var option = table.named(name);
        if (option.isEmpty()) {
            throw OptionException.unknown(name, word.startsWith("--"));
        }
        order.add(name);
        var values = seen.get(name);
        if (values == null) {
            values = new ArrayList<>();
            seen.put(name, values);
        }
        if (option.get().isFlag()) {
            return index + 1;
        }
        if (equals >= 0) {
            values.add(body.substring(equals + 1));
            return index + 1;
        }
        if (option.get().valueOptional()
                && (index + 1 == arguments.length || !isOptionalValue(option.get(), arguments[index + 1]))) {
            return index + 1;
        }
        // The next word is the value, even one that looks like an option.
        if (index + 1 == arguments.length) {
            throw new OptionException("Option " + name + " requires an argument");
        }
        values.add(arguments[index + 1]);
        return index + 2;
    }

    private static boolean isOptionalValue(OptionTable.Option option, String word) {
        return option.numeric() ? isNumber(word) : !looksLikeAnOption(word);
    }

    private static boolean isNumber(String word) {
        try {
            Long.parseLong(word);
            return true;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean looksLikeAnOption(String word) {
        return word.startsWith("-") && !word.equals("-") && !word.equals("--");
    }
}
