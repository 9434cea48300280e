package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor context show}: exit 1 when there is no such context, or none is current. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what a context says; secrets stay masked.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context show dev", "  gregor context show prod -o json"})
public final class ContextShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Its name; else the current one.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        var session = Session.of(spec);
        var contexts = session.contexts();
        var shown = name.or(session.aim()::context).or(contexts::current);
        if (shown.isEmpty()) {
            throw new ClusterException("no context is current; 'gregor context list' shows what there is.");
        }
        var context = contexts.named(shown.get());
        var rows = new ArrayList<Row>();
        rows.add(row("name", context.name()));
        rows.add(row("bootstrap", context.bootstrap()));
        context.config().ifPresent(file -> rows.add(row("config", file)));
        rows.add(row("care", context.care().text()));
        context.clusterId().ifPresent(id -> rows.add(row("clusterId", id)));
        context.properties().forEach((key, value) -> rows.add(row(key, SecretReferences.masked(key, value))));
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }

    private static Row row(String key, String value) {
        return new Row().with("key", key).with("value", value);
    }
}
