package dev.gregor.cli.console;

import dev.gregor.cli.Session;
import dev.gregor.cli.completion.CompletionNode;
import dev.gregor.cli.context.ChosenCluster;
import dev.gregor.cli.context.Context;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The cluster that the console's lines mean where they do not say: that of its own options until {@code use}, then the
 * session's context. Owned by the console's main thread.
 */
final class ConsoleCluster {
    private final Session session;
    /** What {@code gregor console} was given, as options for each line; empty once {@code use} chose a context. */
    private List<String> words;

    /** @param console the command line of the console itself */
    ConsoleCluster(Session session, ParseResult console) {
        this.session = session;
        var given = new ArrayList<String>();
        for (var name : List.of("--context", "--bootstrap-server", "--command-config")) {
            if (console.hasMatchedOption(name)) {
                given.add(name);
                given.add(console.matchedOption(name).originalStringValues().get(0));
            }
        }
        words = List.copyOf(given);
    }

    /** From now on lines mean this context. */
    void use(String context) {
        session.use(context);
        words = List.of();
    }

    /** The line with our cluster in it, where its command asks for one and it names none. */
    List<String> complete(List<String> line, CompletionNode command) {
        boolean connects = false;
        for (var option : command.options()) {
            connects |= option.names().contains("--bootstrap-server");
        }
        for (var word : line) {
            connects &= !word.equals("-b")
                    && !word.startsWith("--bootstrap-server")
                    && !word.equals("--context")
                    && !word.startsWith("--context=");
        }
        if (!connects || words.isEmpty()) {
            return line;
        }
        int verbs = command.words().split(" ").length;
        var complete = new ArrayList<>(line.subList(0, verbs));
        complete.addAll(words);
        complete.addAll(line.subList(verbs, line.size()));
        return complete;
    }

    /** How the prompt names it. */
    String name() {
        try {
            var chosen = chosen();
            return chosen.context().map(Context::name).orElse(chosen.bootstrap());
        } catch (ClusterException noSuchContext) {
            return "no context";
        }
    }

    /** How careful commands are with it. */
    Context.Care care() {
        try {
            return chosen().context().map(Context::care).orElse(Context.Care.NORMAL);
        } catch (ClusterException noSuchContext) {
            return Context.Care.NORMAL;
        }
    }

    /** How to reach it; empty when its settings cannot be understood, which the next command will say. */
    Optional<ConnectionSettings> settings() {
        try {
            var chosen = chosen();
            var properties = chosen.properties(session.environment());
            var config = option("--command-config");
            if (config.isPresent()) {
                properties.putAll(ConnectionSettings.readProperties(Path.of(config.get())));
            }
            return Optional.of(ConnectionSettings.to(chosen.bootstrap(), properties));
        } catch (ClusterException | IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    private ChosenCluster chosen() {
        var ours = new ChosenCluster.Level(option("--context"), option("--bootstrap-server"));
        var used = new ChosenCluster.Level(session.context(), Optional.empty());
        var environment = new ChosenCluster.Level(variable("GREGOR_CONTEXT"), variable("GREGOR_BOOTSTRAP_SERVER"));
        return ChosenCluster.of(List.of(ours, used, environment), session::contexts);
    }

    private Optional<String> option(String name) {
        int at = words.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private Optional<String> variable(String name) {
        return Optional.of(session.environment().getOrDefault(name, "")).filter(value -> !value.isEmpty());
    }
}
