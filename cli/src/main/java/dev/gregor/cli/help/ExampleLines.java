package dev.gregor.cli.help;

import dev.gregor.cli.help.CommandPage.Example;
import java.util.ArrayList;
import java.util.List;

/** The examples among the lines of a command's footer: those that start with two spaces; a note may follow after a gap. */
final class ExampleLines {
    private static final String INDENT = "  ";

    private ExampleLines() {}

    static List<Example> of(String[] footer) {
        var examples = new ArrayList<Example>();
        for (var line : footer) {
            if (line.startsWith(INDENT) && !line.isBlank()) {
                examples.add(example(line.strip().replace("%%", "%").replace("$${", "${")));
            }
        }
        return examples;
    }

    /** The gap is two spaces outside quotes. */
    private static Example example(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (line.startsWith(INDENT, i)) {
                return new Example(line.substring(0, i), line.substring(i).strip());
            }
        }
        return new Example(line, "");
    }
}
