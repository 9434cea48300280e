package dev.gregor.cli.completion;

import dev.gregor.cli.completion.CompletionNode.Child;
import dev.gregor.cli.completion.CompletionNode.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs that have no table of options here: Apache Kafka's own, which are off our class path, and those whose options are
 * the launcher's. They are listed in {@code launched-programs.txt}: the words, then what may follow; an option that takes a
 * value ends with {@code =}, {@code FILES} are files, other words are sub-commands.
 */
public final class LaunchedPrograms {
    private static final String FILES = "FILES";

    private LaunchedPrograms() {}

    /** Their nodes. */
    public static List<CompletionNode> nodes() {
        var nodes = new ArrayList<CompletionNode>();
        try (var list = LaunchedPrograms.class.getResourceAsStream("launched-programs.txt")) {
            if (list == null) {
                throw new IllegalStateException("launched-programs.txt is not in the jar");
            }
            new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> nodes.add(node(line)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return nodes;
    }

    private static CompletionNode node(String line) {
        int colon = line.indexOf(':');
        var words = line.substring(0, colon).split(" ", 2);
        var program = words[0];
        var children = new ArrayList<Child>();
        var options = new ArrayList<Option>();
        Values arguments = new Values.Anything();
        for (var word : line.substring(colon + 2).split(" ")) {
            if (word.equals(FILES)) {
                arguments = new Values.Files();
            } else if (word.startsWith("-")) {
                options.add(option(program, word));
            } else {
                children.add(new Child(word, ""));
            }
        }
        return new CompletionNode(program, words.length > 1 ? words[1] : "", children, options, arguments);
    }

    private static Option option(String program, String word) {
        boolean isFlag = !word.endsWith("=");
        var flag = isFlag ? word : word.substring(0, word.length() - 1);
        var name = flag.replaceFirst("^-+", "");
        var valueName = name.endsWith("config") ? name + " file" : name;
        return new Option(List.of(flag), "", isFlag, DropInValues.of(program, name, valueName));
    }
}
