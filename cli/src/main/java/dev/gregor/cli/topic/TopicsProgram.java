package dev.gregor.cli.topic;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;

/** {@code kafka-topics.sh}. */
public final class TopicsProgram implements Program {
    static OptionTable table() {
        return new OptionTable("kafka-topics.sh", "This tool helps to create, delete, describe, or change a topic.")
                .value("bootstrap-server", "server to connect to", "REQUIRED: The Kafka server to connect to.")
                .flag("list", "List all available topics.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> list(streams, options));
    }

    private static int list(Streams streams, ParsedOptions options) {
        try (var client =
                DropIn.connect(options.value("bootstrap-server").orElseThrow(), options.value("command-config"))) {
            streams.out().println(String.join("\n", new Topics(client).names()));
        }
        return 0;
    }
}
