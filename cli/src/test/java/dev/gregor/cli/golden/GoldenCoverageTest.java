package dev.gregor.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden lines use every option that Apache Kafka's own tool names in its help, and every sub-command. */
class GoldenCoverageTest {
    /** An option where a line of a help begins with it, after its short form or not. */
    private static final Pattern OPTION = Pattern.compile("^ {0,4}(?:-\\w, *)?(--[a-z][\\w.-]*)", Pattern.MULTILINE);

    /** The sub-commands as the first line of argparse4j's usage has them. */
    private static final Pattern COMMANDS = Pattern.compile("\\{([\\w,-]+)}");

    static Set<String> programs() {
        return KafkaTools.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void givenAKafkasHelp_whenItsOptionsAreLookedFor_thenEachIsInAGoldenLine(String program) throws IOException {
        // given
        var named = new TreeSet<String>();
        var help = help(program);
        collect(OPTION, help, named);
        if (help.startsWith("usage:")) {
            var commands = COMMANDS.matcher(help);
            if (commands.find()) {
                for (var command : commands.group(1).split(",")) {
                    named.add(command);
                    collect(OPTION, help(program, command), named);
                }
            }
        }
        assertThat(named).as("options in the help of %s", program).contains("--help");
        // then
        named.removeAll(wordsOfLines(program));
        named.remove("--version"); // ours adds its own version
        assertThat(String.join(" ", named))
                .as("no golden line of %s has", program)
                .isEmpty();
    }

    private static String help(String program, String... command) {
        var words = Arrays.copyOf(command, command.length + 1);
        words[command.length] = "--help";
        var run = KafkaTools.run(program, words, "");
        if (run.errorLine().startsWith("Invalid number of arguments")) {
            // e2e-latency takes a word alone for the first of five; after an option it is the option it looks like.
            run = KafkaTools.run(program, new String[] {"--topic", "t", "--help"}, "");
        }
        return run.out().isEmpty() ? run.errorLine() : run.out();
    }

    private static void collect(Pattern pattern, String text, Set<String> found) {
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
    }

    private static Set<String> wordsOfLines(String program) throws IOException {
        var words = new TreeSet<String>();
        for (var file : GoldenFile.all()) {
            if (file.program().equals(program)) {
                for (var step : file.steps()) {
                    if (step instanceof Step.Compare line) {
                        for (var word : line.words()) {
                            words.add(word.equals("BS") ? "--bootstrap-server" : word.split("=", 2)[0]);
                        }
                    }
                }
            }
        }
        return words;
    }
}
