package dev.gregor.cli.examples;

import java.util.ArrayList;
import java.util.List;

/** A line's words as a POSIX shell makes them of quotes and backslashes. */
final class ShellWords {
    private ShellWords() {}

    static List<String> of(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote != 0 && letter == quote) {
                quote = 0;
            } else if (letter == '\\' && quote != '\'') {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote == 0 && (letter == '\'' || letter == '"')) {
                quote = letter;
                inWord = true;
            } else if (quote == 0 && letter == ' ') {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(letter);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether only a shell can run it: pipes, redirections, substitutions outside quotes. */
    static boolean needsShell(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if ("|<>&;$`*?".indexOf(letter) >= 0) {
                return true;
            }
        }
        return false;
    }
}
