package dev.gregor.cli.config;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;

/** {@code kafka-configs.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class ConfigsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return ConfigsOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                try {
                    act(streams, options);
                    return 0;
                } catch (InvalidConfigsException | OptionException misuse) {
                    throw misuse;
                } catch (ClusterException failed) {
                    streams.err()
                            .println("Error while executing config command with args '"
                                    + SecretArguments.hidden(arguments) + "'");
                    streams.err().println(kafkaClass(failed) + ": " + failed.getMessage());
                    return 1;
                }
            }
        });
    }

    private static String kafkaClass(ClusterException failed) {
        if (failed instanceof ApiErrorException refused) {
            return "java.util.concurrent.ExecutionException: " + refused.kafkaClassName();
        }
        return failed instanceof ClusterUnreachableException
                ? "java.util.concurrent.ExecutionException: org.apache.kafka.common.errors.TimeoutException"
                : failed.getClass().getName();
    }

    private static void act(Streams streams, ParsedOptions options) {
        ConfigsOptions.checkAction(options);
        var entities = EntitySelection.of(options);
        ConfigsOptions.check(options, entities);
        try (var client = DropIn.connect(options)) {
            if (options.has("describe")) {
                new ConfigsDescribe(client, streams.out()).describe(entities, options.has("all"));
                return;
            }
            if (entities.types().size() != entities.names().size()) {
                throw new IllegalArgumentException("An entity name must be specified for every entity type");
            }
            new ConfigsAlter(client, entities, options).run(streams.out());
        }
    }
}
