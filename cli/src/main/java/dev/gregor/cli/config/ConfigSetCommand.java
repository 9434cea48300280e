package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor config set}: exit 1 when the cluster refuses a value. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Set configs; others stay as they are.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor config set topic orders retention.ms=86400000 --yes",
            "  gregor config set broker default log.retention.ms=86400000 --dry-run"
        })
public final class ConfigSetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private ConfigTarget target = new ConfigTarget();

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Up to the first '=' the name; all behind it is the value.")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A properties file with more of them; the place for secrets.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        var values = values();
        try (var client = connection.open()) {
            var configs = new Configs(client);
            var edit = new ConfigEdit(client, target.noun());
            for (var resource : target.resources(client, true).entrySet()) {
                var plan = new ConfigPlan(
                        target.noun(),
                        resource.getKey(),
                        configs.possible(resource.getValue()),
                        configs.setFor(resource.getValue()));
                edit.add(resource.getValue(), plan.set(values));
            }
            return edit.carryOut(options, connection, values, List.of());
        }
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        if (file.isPresent()) {
            var properties = ConnectionSettings.readProperties(file.get());
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(key -> values.put(key, properties.getProperty(key)));
        }
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(
                        spec.commandLine(), "'" + pair + "' is not like retention.ms=86400000: KEY=VALUE");
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        if (values.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing to set: KEY=VALUE or --file is missing");
        }
        return values;
    }
}
