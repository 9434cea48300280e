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
 * level are not sent there.
 *
 * @param context empty when the address stands alone
 */
public record ChosenCluster(Optional<Context> context, String bootstrap) {
    /** Where brokers listen by default. */
    public static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    /** A context or an address or both, as one level gives them. */
    public record Level(Optional<String> context, Optional<String> bootstrap) {
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
                var context = level.context().map(name -> contexts.get().named(name));
                var bootstrap = level.bootstrap().or(() -> context.map(Context::bootstrap));
                return new ChosenCluster(context, bootstrap.orElse(DEFAULT_BOOTSTRAP));
            }
        }
        var current = contexts.get().currentContext();
        return new ChosenCluster(current, current.map(Context::bootstrap).orElse(DEFAULT_BOOTSTRAP));
    }

    /** The context's client properties, its file's first, with their secrets; none without a context. */
    public Properties properties(Map<String, String> environment) {
        var properties = new Properties();
        if (context.isPresent()) {
            context.get()
                    .config()
                    .ifPresent(file -> properties.putAll(ConnectionSettings.readProperties(Path.of(file))));
            var references = new SecretReferences(environment);
            context.get().properties().forEach((key, value) -> properties.setProperty(key, references.resolve(value)));
        }
        return properties;
    }
}
