package dev.gregor.cli.golden;

import java.util.List;
import java.util.regex.Pattern;

/** One line of a {@code .golden} file; {@link GoldenFile} says how each is written. */
sealed interface Step {
    /** Run with both tools and compared. */
    record Compare(String text, List<String> words, String stdin, boolean sorted) implements Step {}

    /** Run with ours alone, for each name once; must succeed. */
    record Setup(String text, String tool, List<String> words, String stdin) implements Step {}

    /** A file the following lines name. */
    record WriteFile(String name, String content) implements Step {}

    /** From here on lines ask for these APIs. */
    record Needs(List<String> apis) implements Step {}

    /** From here on what matches is volatile. */
    record Mask(Pattern pattern) implements Step {}

    /** The next line is left out on brokers whose name starts so, for this reason. */
    record Except(String broker, String reason) implements Step {}
}
