package dev.gregor.cli.golden;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command lines of one tool, in the order they are run, from {@code TOOL.golden}:
 *
 * <pre>
 * # comment                       passed over, as empty lines are
 * --list --topic 'a b'            a command line: words at spaces, single quotes keep a word together
 * noargs                          the command line without a word
 * in 'a\nb\n' --topic orders      a command line with this on its stdin
 * sorted --list                   a command line whose lines of output have no order
 * setup kafka-topics.sh --create  run with our tool before the next lines, must succeed; may have in '…' too
 * file NAME: TEXT                 makes a file (escapes \n \t), which lines name as FILE(NAME)
 * needs DESCRIBE_ACLS CREATE_ACLS the lines up to the next "needs" ask for these APIs
 * except kafka-2: REASON          the next line is left out on brokers of these names, which the reason explains
 * mask REGEX                      from here on what matches is volatile
 * </pre>
 *
 * <p>In words: {@code BS} is {@code --bootstrap-server} and the address, {@code ADDR} the address alone, {@code SASLADDR}
 * the SASL listener's, {@code CONTROLLER} the controller listener's, {@code DATA} the broker's folder, {@code LOGS}
 * that of {@link dev.gregor.cli.log.SampleLogs}, {@code ME} the start of a name that differs between the two tools, so that
 * each acts on things of its own.
 */
record GoldenFile(String program, List<Step> steps) {
    private static final String SUFFIX = ".golden";

    /** All files, in the order of their names. */
    static List<GoldenFile> all() throws IOException {
        var files = new ArrayList<GoldenFile>();
        for (var path : paths()) {
            var name = path.getFileName().toString();
            files.add(new GoldenFile(
                    name.substring(0, name.length() - SUFFIX.length()) + ".sh", steps(Files.readAllLines(path))));
        }
        return files;
    }

    private static List<Path> paths() throws IOException {
        try (var found = Files.list(
                Path.of(GoldenFile.class.getResource("kafka-topics" + SUFFIX).toURI())
                        .getParent())) {
            return found.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Step> steps(List<String> lines) {
        var steps = new ArrayList<Step>();
        for (var line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(step(line));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(String line) {
        if (line.startsWith("file ")) {
            int colon = line.indexOf(": ");
            return new Step.WriteFile(line.substring("file ".length(), colon), unescaped(line.substring(colon + 2)));
        }
        if (line.startsWith("except ")) {
            int colon = line.indexOf(": ");
            return new Step.Except(line.substring("except ".length(), colon), line.substring(colon + 2));
        }
        if (line.startsWith("mask ")) {
            return new Step.Mask(Pattern.compile(line.substring("mask ".length()), Pattern.MULTILINE));
        }
        var words = Words.of(line);
        return switch (words.get(0)) {
            case "needs" -> new Step.Needs(words.subList(1, words.size()));
            case "setup" -> {
                boolean stdin = words.get(1).equals("in");
                int tool = stdin ? 3 : 1;
                yield new Step.Setup(
                        line,
                        words.get(tool),
                        words.subList(tool + 1, words.size()),
                        stdin ? unescaped(words.get(2)) : "");
            }
            case "sorted" -> compare(line, words.subList(1, words.size()), true);
            default -> compare(line, words, false);
        };
    }

    private static Step compare(String line, List<String> words, boolean sorted) {
        if (words.equals(List.of("noargs"))) {
            return new Step.Compare(line, List.of(), "", sorted);
        }
        return words.get(0).equals("in")
                ? new Step.Compare(line, words.subList(2, words.size()), unescaped(words.get(1)), sorted)
                : new Step.Compare(line, words, "", sorted);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }
}
