package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor config get}: the value alone, or rows for a machine; exit 1 when there is no such config. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Show the value that configs have, wherever it comes from.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor config get topic orders retention.ms",
            "  gregor config get topic orders cleanup.policy retention.ms -o json"
        })
public final class ConfigGetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConfigTarget target = new ConfigTarget();

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "KEY", description = "The configs' names.")
    private List<String> keys = new ArrayList<>();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var rows = new ArrayList<Row>();
        var values = new ArrayList<String>();
        try (var client = connection.open()) {
            for (var resource : target.resources(client, false).entrySet()) {
                var configs = new Configs(client);
                var known = new KnownConfigs(target.noun(), configs.of(resource.getValue()));
                for (var key : keys) {
                    if (resource.getValue().isDefault() && !known.has(key)) {
                        new KnownConfigs(target.noun(), configs.possible(resource.getValue())).check(key);
                        throw new ClusterException(key + " is not set for all brokers; 'gregor config get broker ID "
                                + key + "' tells what one of them has.");
                    }
                    var entry = known.named(key);
                    rows.add(ConfigRow.of(resource.getKey(), entry));
                    values.add(ConfigRow.value(entry, entry.value()));
                }
            }
        }
        if (values.size() == 1 && output.isTable()) {
            out.println(values.get(0));
        } else {
            output.print(out, rows);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
