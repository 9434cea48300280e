package dev.gregor.cli.console;

import dev.gregor.cli.completion.CompletionNode;
import dev.gregor.cli.completion.CompletionNode.Child;
import dev.gregor.cli.completion.CompletionNode.Option;
import dev.gregor.cli.completion.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The commands a line may begin with: those of {@code gregor} and the console's own. */
final class Vocabulary {
    /** The console's own, with what help says about them. */
    static final List<Child> OWN = List.of(
            new Child("use", "Mean this context from now on: use prod"),
            new Child("watch", "Run a command every 2 seconds, full-screen: watch topic list"),
            new Child("help", "Help, also of one command: help topic create"),
            new Child("history", "The lines of this and earlier sessions"),
            new Child("clear", "Clear the screen"),
            new Child("exit", "Leave; so does Ctrl-D"));

    /** What needs the broker's classes and memory, and so a process of its own; {@code broker list} and the like do not. */
    private static final Set<String> ELSEWHERE = Set.of("broker", "demo");

    private static final String OFFLINE = "log";

    private static final CompletionNode NOTHING =
            new CompletionNode("", "", List.of(), List.of(), new Values.Anything());

    private final FutureTask<Map<String, CompletionNode>> byWords;

    /** @param gregor reads the commands; called at once, on a thread of its own: the first prompt need not wait for that */
    Vocabulary(Supplier<List<CompletionNode>> gregor) {
        byWords = new FutureTask<>(() -> withOwn(gregor.get()));
        var reading = new Thread(byWords, "vocabulary");
        reading.setDaemon(true);
        reading.start();
    }

    private static Map<String, CompletionNode> withOwn(List<CompletionNode> gregor) {
        var nodes = new HashMap<String, CompletionNode>();
        for (var node : gregor) {
            nodes.put(node.words(), node);
        }
        var commands = new ArrayList<>(nodes.getOrDefault("", NOTHING).commands());
        // The console is there already, and its own help stands below.
        commands.removeIf(
                child -> child.name().equals("console") || child.name().equals("help"));
        commands.addAll(OWN);
        nodes.put("", new CompletionNode("", "", commands, List.of(), new Values.Anything()));
        nodes.put("use", new CompletionNode("", "use", List.of(), List.of(), new Values.Contexts()));
        for (var own : List.of("history", "clear", "exit")) {
            nodes.put(own, new CompletionNode("", own, List.of(), List.of(), new Values.Anything()));
        }
        return nodes;
    }

    private Map<String, CompletionNode> byWords() {
        try {
            return byWords.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /**
     * Where the words before the cursor lead.
     *
     * @param arguments the words that are neither the command's nor an option's
     */
    record Place(CompletionNode command, Optional<Option> open, List<String> arguments) {
        /** What may stand there without an option. */
        Values values() {
            return command.arguments().at(arguments.size());
        }
    }

    /** The command these words begin with, and the option at their end that still waits for its value. */
    Place at(List<String> words) {
        var nodes = byWords();
        var command = nodes.getOrDefault("", NOTHING);
        Optional<Option> open = Optional.empty();
        var arguments = new ArrayList<String>();
        for (int i = afterPrefix(words); i < words.size(); i++) {
            var word = words.get(i);
            if (open.isPresent()) {
                open = Optional.empty();
            } else if (word.startsWith("-")) {
                open = option(command, word).filter(option -> !option.isFlag());
            } else {
                var deeper = command.words().isEmpty() ? word : command.words() + " " + word;
                if (nodes.containsKey(deeper)) {
                    command = nodes.get(deeper);
                } else {
                    arguments.add(word);
                }
            }
        }
        return new Place(command, open, arguments);
    }

    /** {@code help} and {@code watch} have a command of their own behind them. */
    private static int afterPrefix(List<String> words) {
        if (words.isEmpty() || !List.of("help", "watch").contains(words.get(0))) {
            return 0;
        }
        return words.size() > 2 && words.get(1).equals("-n") ? 3 : 1;
    }

    /** Whether the command of this line runs in a process of its own. */
    boolean runsElsewhere(List<String> line) {
        var words = at(line).command().words();
        return ELSEWHERE.contains(words) || words.equals(OFFLINE) || words.startsWith(OFFLINE + " ");
    }

    /** The console's own command of this name. */
    static Optional<Child> own(String name) {
        for (var child : OWN) {
            if (child.name().equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    static Optional<Option> option(CompletionNode command, String name) {
        for (var option : command.options()) {
            if (option.names().contains(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
