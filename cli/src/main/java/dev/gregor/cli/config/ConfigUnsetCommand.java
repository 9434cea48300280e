package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.ChangeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gregor config unset}: back to what the broker or Kafka has; exit 0 also for what was not set. */
@Command(
        name = "unset",
        mixinStandardHelpOptions = true,
        description = "Take back configs that were set, so that the default holds again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor config unset topic orders retention.ms --yes",
            "  gregor config unset topic 'ord*' cleanup.policy --dry-run"
        })
public final class ConfigUnsetCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private ConfigTarget target = new ConfigTarget();

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "KEY", description = "The configs' names.")
    private List<String> keys = new ArrayList<>();

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var configs = new Configs(client);
            var edit = new ConfigEdit(client, target.noun());
            for (var resource : target.resources(client, false).entrySet()) {
                var plan = new ConfigPlan(
                        target.noun(),
                        resource.getKey(),
                        configs.possible(resource.getValue()),
                        configs.setFor(resource.getValue()));
                edit.add(resource.getValue(), plan.unset(keys));
            }
            return edit.carryOut(options, connection, Map.of(), keys);
        }
    }
}
