package dev.gregor.cli.context;

import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The cluster a command line means. An option wins over the environment, that over the current context, that over the
 * default. Whoever names an address but no context means just that address: the secrets of a context named at a lower
 * level are not sent there. Written without lambdas: it is on every command's way, and the first one costs milliseconds.
 *
 * @param context empty when the address stands alone
 */
public record ChosenCluster(Optional<Context> context, String bootstrap) {
    /** Where brokers listen by default. */
    public static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    /** A context or an address or both, as one level gives them. */
    public record Level(Optional<String> context, Optional<String> bootstrap) {
        /** What the environment says. */
        public static Level of(Map<String, String> environment) {
            return new Level(variable(environment, "GREGOR_CONTEXT"), variable(environment, "GREGOR_BOOTSTRAP_SERVER"));
        }

        private static Optional<String> variable(Map<String, String> environment, String name) {
            var value = environment.getOrDefault(name, "");
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        boolean isEmpty() {
            return context.isEmpty() && bootstrap.isEmpty();
        }
    }

    /**
     * Picks from the levels, the strongest first.
     *
     * @param contexts read only when a level needs them
     */
    public static ChosenCluster of(Iterable<Level> levels, Supplier<Contexts> contexts) {
        for (var level : levels) {
            if (!level.isEmpty()) {
                if (level.context().isEmpty()) {
                    return new ChosenCluster(Optional.empty(), level.bootstrap().orElse(DEFAULT_BOOTSTRAP));
                }
                var context = contexts.get().named(level.context().get());
                return new ChosenCluster(Optional.of(context), level.bootstrap().orElse(context.bootstrap()));
            }
        }
        var current = contexts.get().currentContext();
        return new ChosenCluster(current, current.isPresent() ? current.get().bootstrap() : DEFAULT_BOOTSTRAP);
    }

    /** The context's client properties, its file's first, with their secrets; none without a context. */
    public Properties properties(Map<String, String> environment) {
        var properties = new Properties();
        if (context.isPresent()) {
            if (context.get().config().isPresent()) {
                properties.putAll(ConnectionSettings.readProperties(
                        Path.of(context.get().config().get())));
            }
            var references = new SecretReferences(environment);
            for (var property : context.get().properties().entrySet()) {
                properties.setProperty(property.getKey(), references.resolve(property.getValue()));
            }
        }
        return properties;
    }
}
