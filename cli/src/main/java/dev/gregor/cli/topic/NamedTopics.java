package dev.gregor.cli.topic;

import dev.gregor.cli.names.Globs;
import dev.gregor.protocol.ClusterException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The topics that a line which only looks names: all where it names none, Kafka's own among them. */
final class NamedTopics {
    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC",
            description = "Only these; * and ? stand for any letters and for one.")
    private List<String> words = List.of();

    @Option(
            names = {"-r", "--regex"},
            description = "TOPIC is a regular expression for whole names.")
    private boolean regex;

    /**
     * What it means among these names.
     *
     * @throws ClusterException when a name does not exist, or a glob or an expression fits nothing
     */
    Set<String> among(List<String> existing) {
        if (words.isEmpty()) {
            return new LinkedHashSet<>(existing);
        }
        return new LinkedHashSet<>(regex ? fitting(existing) : Globs.expand("topic", words, existing));
    }

    private Set<String> fitting(List<String> existing) {
        var names = new LinkedHashSet<String>();
        for (var word : words) {
            var pattern = pattern(word);
            boolean fits = false;
            for (var name : existing) {
                if (pattern.matcher(name).matches()) {
                    names.add(name);
                    fits = true;
                }
            }
            if (!fits) {
                throw new ClusterException("no topic fits '" + word + "'.");
            }
        }
        return names;
    }

    private static Pattern pattern(String word) {
        try {
            return Pattern.compile(word);
        } catch (PatternSyntaxException wrong) {
            throw new ClusterException("'" + word + "': " + wrong.getDescription(), wrong);
        }
    }
}
