package dev.gregor.cli.console;

import dev.gregor.cli.completion.CompletionNode;
import dev.gregor.cli.completion.EntityKinds;
import dev.gregor.cli.completion.Values;
import java.util.List;
import java.util.function.Supplier;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What TAB offers: commands, options, and names of the cluster as the watch has them; it never waits for the cluster. */
final class ConsoleCompleter implements Completer {
    private final Vocabulary vocabulary;
    private final ClusterWatch watch;
    private final Supplier<List<String>> contexts;
    private final FileNameCompleter files = new FileNameCompleter();

    ConsoleCompleter(Vocabulary vocabulary, ClusterWatch watch, Supplier<List<String>> contexts) {
        this.vocabulary = vocabulary;
        this.watch = watch;
        this.contexts = contexts;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        var before = line.words().subList(0, line.wordIndex());
        var current =
                line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        if (line.line().startsWith("!")
                || !before.isEmpty() && before.get(before.size() - 1).startsWith(">")) {
            files.complete(reader, line, candidates);
            return;
        }
        if (before.contains("|")) {
            return;
        }
        var place = vocabulary.at(before);
        if (place.open().isPresent()) {
            offer(place.open().get().values(), "", current, reader, line, candidates);
        } else if (current.startsWith("--") && current.contains("=")) {
            int equals = current.indexOf('=') + 1;
            Vocabulary.option(place.command(), current.substring(0, equals - 1))
                    .ifPresent(option -> offer(
                            option.values(),
                            current.substring(0, equals),
                            current.substring(equals),
                            reader,
                            line,
                            candidates));
        } else if (current.startsWith("-")) {
            options(place.command(), current, candidates);
        } else {
            for (var child : place.command().commands()) {
                candidates.add(candidate(child.name(), child.description(), true));
            }
            var values = place.values();
            offer(
                    values instanceof Values.OfEntity entity ? EntityKinds.values(entity, place.arguments()) : values,
                    "",
                    current,
                    reader,
                    line,
                    candidates);
            if (candidates.isEmpty() && current.isEmpty()) {
                options(place.command(), current, candidates);
            }
        }
    }

    /** A short name is offered to those alone who began one. */
    private static void options(CompletionNode command, String current, List<Candidate> candidates) {
        for (var option : command.options()) {
            for (var name : option.names()) {
                if (name.startsWith("--") || current.length() == 2) {
                    candidates.add(candidate(name, option.description(), true));
                }
            }
        }
    }

    private void offer(
            Values values,
            String before,
            String current,
            LineReader reader,
            ParsedLine line,
            List<Candidate> candidates) {
        if (values instanceof Values.Live live) {
            boolean several = live.suffix() == Values.Suffix.comma;
            var prefix = several ? before + current.substring(0, current.lastIndexOf(',') + 1) : before;
            boolean ends = live.suffix() != Values.Suffix.equals;
            for (var name : watch.names(live.kind())) {
                candidates.add(candidate(prefix + name + (ends ? "" : "="), "", ends));
            }
        } else if (values instanceof Values.Words words) {
            words.words().forEach(word -> candidates.add(candidate(before + word, "", true)));
        } else if (values instanceof Values.Contexts) {
            contexts.get().forEach(name -> candidates.add(candidate(before + name, "", true)));
        } else if (values instanceof Values.Files && before.isEmpty()) {
            files.complete(reader, line, candidates);
        }
    }

    private static Candidate candidate(String text, String description, boolean ends) {
        return new Candidate(text, text, null, description.isEmpty() ? null : description, null, null, ends);
    }
}
