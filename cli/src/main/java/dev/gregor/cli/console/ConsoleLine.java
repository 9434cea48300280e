package dev.gregor.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the console, split: {@code topic list -o json > file}, {@code consume orders | grep x}, {@code produce orders
 * {"id": 7}}.
 *
 * @param words the command's, without quotes
 * @param input JSON objects on the line, each in one line: what the command reads
 * @param output the file that gets the results
 * @param pipe  a line for the system's shell that gets the results
 */
record ConsoleLine(List<String> words, List<String> input, Optional<Target> output, Optional<String> pipe) {
    /** A file to write to. */
    record Target(String file, boolean appends) {}

    /** The line ends within quotes, braces, or with a backslash. */
    static final class IncompleteException extends Exception {
        private static final long serialVersionUID = 1;

        IncompleteException(String missing) {
            super(missing);
        }

        /** What is missing, as shown in front of the next line. */
        String missing() {
            return String.valueOf(getMessage());
        }
    }

    ConsoleLine {
        words = List.copyOf(words);
        input = List.copyOf(input);
    }

    /**
     * Splits a line. Within '…' all is as written, within "…" a backslash takes the next character as it is. Line breaks
     * outside of them are spaces. A word that begins with {@code ~/} is below the user's home, as TAB completes it.
     *
     * @throws IllegalArgumentException when it has no meaning: {@code >} without a file
     */
    static ConsoleLine parse(String line) throws IncompleteException {
        return new Splitter(line).split();
    }

    /** All but the first word. */
    ConsoleLine withoutFirst() {
        return new ConsoleLine(words.subList(1, words.size()), input, output, pipe);
    }

    /** Takes a line apart, once. */
    private static final class Splitter {
        private final String line;
        private final List<String> words = new ArrayList<>();
        private final List<String> input = new ArrayList<>();
        private int at;

        Splitter(String line) {
            this.line = line;
        }

        ConsoleLine split() throws IncompleteException {
            Optional<Target> output = Optional.empty();
            Optional<String> pipe = Optional.empty();
            for (skipSpace(); at < line.length(); skipSpace()) {
                char first = line.charAt(at);
                if (first == '|') {
                    pipe = Optional.of(line.substring(at + 1).strip()).filter(rest -> !rest.isEmpty());
                    if (pipe.isEmpty()) {
                        throw new IncompleteException("pipe");
                    }
                    break;
                } else if (first == '>') {
                    output = Optional.of(target());
                } else if (first == '{') {
                    input.add(json());
                } else {
                    words.add(word());
                }
            }
            if (output.isPresent() && pipe.isPresent()) {
                throw new IllegalArgumentException("results go to a file or to a pipe, not to both");
            }
            return new ConsoleLine(words, input, output, pipe);
        }

        private void skipSpace() {
            while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.startsWith("\\\n", at))) {
                at++;
            }
        }

        private Target target() throws IncompleteException {
            at++;
            boolean appends = at < line.length() && line.charAt(at) == '>';
            at += appends ? 1 : 0;
            skipSpace();
            if (at == line.length() || "|>".indexOf(line.charAt(at)) >= 0) {
                throw new IllegalArgumentException("a file's name is missing after '>'");
            }
            return new Target(word(), appends);
        }

        private String word() throws IncompleteException {
            var word = new StringBuilder();
            if (line.startsWith("~/", at)) {
                word.append(System.getProperty("user.home"));
                at++;
            }
            while (at < line.length()
                    && !Character.isWhitespace(line.charAt(at))
                    && "|>".indexOf(line.charAt(at)) < 0) {
                char letter = line.charAt(at++);
                if (letter == '\'' || letter == '"') {
                    quoted(letter, word);
                } else if (letter == '\\') {
                    escaped(word);
                } else {
                    word.append(letter);
                }
            }
            return word.toString();
        }

        private void quoted(char quote, StringBuilder word) throws IncompleteException {
            while (at < line.length() && line.charAt(at) != quote) {
                char letter = line.charAt(at++);
                if (letter == '\\' && quote == '"') {
                    escaped(word);
                } else {
                    word.append(letter);
                }
            }
            if (at++ == line.length()) {
                throw new IncompleteException(quote == '"' ? "dquote" : "quote");
            }
        }

        private void escaped(StringBuilder word) throws IncompleteException {
            if (at == line.length()) {
                throw new IncompleteException("");
            }
            char letter = line.charAt(at++);
            if (letter != '\n') { // a backslash at the end of a line joins the next
                word.append(letter);
            }
        }

        /** An object up to its closing brace, in one line: line breaks are legal between JSON's tokens alone. */
        private String json() throws IncompleteException {
            var object = new StringBuilder();
            int depth = 0;
            boolean inString = false;
            while (at < line.length()) {
                char letter = line.charAt(at++);
                object.append(letter == '\n' || letter == '\r' ? ' ' : letter);
                if (inString && letter == '\\' && at < line.length()) {
                    object.append(line.charAt(at++));
                } else if (letter == '"') {
                    inString = !inString;
                } else if (!inString && (letter == '{' || letter == '[')) {
                    depth++;
                } else if (!inString && (letter == '}' || letter == ']') && --depth == 0) {
                    return object.toString();
                }
            }
            throw new IncompleteException("json");
        }
    }
}
