package dev.gregor.cli.leader;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.Optional;

/**
 * {@code kafka-preferred-replica-election.sh}, which Kafka had until 3.0: all partitions, or those of a file, get their
 * preferred leaders; it says which tool does that today.
 */
public final class PreferredReplicaElectionProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable(
                        "kafka-preferred-replica-election.sh",
                        "This tool helps to causes leadership for each partition to be transferred back to the 'preferred replica', it can be used to balance leadership among the servers. kafka-leader-election.sh does the same today.")
                .value(
                        "path-to-json-file",
                        "list of partitions for which preferred replica leader election needs to be triggered",
                        "The JSON file with the list of partitions for which preferred replica leader election should be done, in the following format - {\"partitions\": [{\"topic\": \"foo\", \"partition\": 1}, {\"topic\": \"foobar\", \"partition\": 2}]}. Defaults to all existing partitions.")
                .value(
                        "bootstrap-server",
                        "host:port",
                        "A hostname and port for the broker to connect to, in the form host:port. Multiple comma-separated URLs can be given. REQUIRED.")
                .value(
                        "admin.config",
                        "config file",
                        "Admin client config properties file to pass to the admin client.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        streams.err()
                .println("Warning: Kafka has this tool no more since 3.0. Use kafka-leader-election.sh"
                        + " --election-type preferred --all-topic-partitions or --path-to-json-file.");
        return new DropIn(table(), streams).run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server")
                .orElseThrow(() -> new UsageException("Missing required argument \"[bootstrap-server]\""));
        var file = options.value("path-to-json-file");
        try (var client = DropIn.connect(bootstrap, options.value("admin.config"))) {
            new ElectionReport(client, streams.out())
                    .elect(
                            Election.Type.PREFERRED,
                            file.isPresent() ? Optional.of(ElectionFile.read(file.get())) : Optional.empty());
        }
        return 0;
    }
}
