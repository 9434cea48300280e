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

    /** What needs a process of its own, or makes no sense here. */
    static final Set<String> ELSEWHERE = Set.of("broker", "demo", "console");

    private final Map<String, CompletionNode> byWords = new HashMap<>();

    Vocabulary(List<CompletionNode> gregor) {
        for (var node : gregor) {
            byWords.put(node.words(), node);
        }
        var root = byWords.get("");
        if (root != null) {
            var commands = new ArrayList<>(root.commands());
            commands.removeIf(child -> ELSEWHERE.contains(child.name()));
            commands.addAll(OWN);
            byWords.put("", new CompletionNode("", "", commands, List.of(), new Values.Anything()));
        }
        add("use", new Values.Contexts());
        for (var own : List.of("history", "clear", "exit")) {
            add(own, new Values.Anything());
        }
    }

    private void add(String name, Values arguments) {
        byWords.put(name, new CompletionNode("", name, List.of(), List.of(), arguments));
    }

    /** Where the words before the cursor lead. */
    record Place(CompletionNode command, Optional<Option> open) {}

    /** The command these words begin with, and the option at their end that still waits for its value. */
    Place at(List<String> words) {
        var command = byWords.getOrDefault("", new CompletionNode("", "", List.of(), List.of(), new Values.Anything()));
        Optional<Option> open = Optional.empty();
        for (int i = afterPrefix(words); i < words.size(); i++) {
            var word = words.get(i);
            if (open.isPresent()) {
                open = Optional.empty();
            } else if (word.startsWith("-")) {
                open = option(command, word).filter(option -> !option.isFlag());
            } else {
                var deeper = command.words().isEmpty() ? word : command.words() + " " + word;
                command = byWords.getOrDefault(deeper, command);
            }
        }
        return new Place(command, open);
    }

    /** {@code help} and {@code watch} have a command of their own behind them. */
    private static int afterPrefix(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("help") && !words.get(0).equals("watch")) {
            return 0;
        }
        return words.size() > 2 && words.get(1).equals("-n") ? 3 : 1;
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
