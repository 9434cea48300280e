package dev.gregor.cli.context;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor context list}: exit 0, also when there is none. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the contexts; the current one is marked.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor context list", "  gregor context list -o json"})
public final class ContextListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var contexts = Session.of(spec).contexts();
        var rows = new ArrayList<Row>();
        for (var context : contexts.all()) {
            boolean current =
                    contexts.current().isPresent() && contexts.current().get().equals(context.name());
            rows.add(new Row()
                    .with("name", context.name())
                    .with("current", current)
                    .with("bootstrap", context.bootstrap())
                    .with("care", context.care().text())
                    .withDetail("config", context.config().orElse(""))
                    .withDetail("clusterId", context.clusterId().orElse("")));
        }
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }
}
