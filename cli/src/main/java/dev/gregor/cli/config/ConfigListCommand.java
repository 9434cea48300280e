package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor config list}: exit 0, also when nothing is set; 1 when there is no such thing. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List configs that were set, or all of them.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor config list topic orders --all", "  gregor config list broker"})
public final class ConfigListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
    private ConfigNoun noun = ConfigNoun.topic;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "Names or brokers' ids; * and ? stand for any letters and for one; else all there are.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "Also those that were never set, with where each value comes from.")
    private boolean all;

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            var configs = new Configs(client);
            var typed = names.isEmpty() ? noun.names(new ConfigNames(client)) : names;
            var resources = ConfigTarget.resources(client, noun, typed, false);
            for (var resource : resources.entrySet()) {
                for (var entry : all ? configs.of(resource.getValue()) : configs.setFor(resource.getValue())) {
                    rows.add(ConfigRow.of(resource.getKey(), entry));
                }
            }
        }
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }
}
