package dev.gregor.cli.record;

import java.util.Optional;

/** rpk's quotes inside a modifier: {@code strftime[...]}, or any number of {@code #} on both sides. */
final class Delimited {
    private Delimited() {}

    static Optional<String> after(String word, String text) {
        if (!text.startsWith(word)) {
            return Optional.empty();
        }
        var rest = text.substring(word.length());
        if (rest.startsWith("[") && rest.endsWith("]")) {
            return Optional.of(rest.substring(1, rest.length() - 1));
        }
        int signs = 0;
        while (signs < rest.length() && rest.charAt(signs) == '#') {
            signs++;
        }
        return signs > 0 && rest.length() >= 2 * signs && rest.endsWith("#".repeat(signs))
                ? Optional.of(rest.substring(signs, rest.length() - signs))
                : Optional.empty();
    }
}
