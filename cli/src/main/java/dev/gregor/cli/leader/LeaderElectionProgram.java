package dev.gregor.cli.leader;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-leader-election.sh}: exit 1 when one partition could not be given a leader. */
public final class LeaderElectionProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable(
                        "kafka-leader-election.sh",
                        "This tool attempts to elect a new leader for a set of topic partitions. The type of elections supported are preferred replicas and unclean replicas.")
                .value(
                        "bootstrap-server",
                        "host:port",
                        "A hostname and port for the broker to connect to, in the form host:port. Multiple comma separated URLs can be given. REQUIRED.")
                .value(
                        "admin.config",
                        "config file",
                        "(DEPRECATED) Configuration properties files to pass to the admin client. This option will be removed in a future version. Use --command-config instead.")
                .value("command-config", "Config file", "Config properties file to pass to the admin client.")
                .value(
                        "path-to-json-file",
                        "Path to JSON file",
                        "The JSON file with the list  of partition for which leader elections should be performed. This is an example format. {\"partitions\": [{\"topic\": \"foo\", \"partition\": 1}, {\"topic\": \"foobar\", \"partition\": 2}]} Not allowed if --all-topic-partitions or --topic flags are specified.")
                .value(
                        "topic",
                        "topic name",
                        "Name of topic for which to perform an election. Not allowed if --path-to-json-file or --all-topic-partitions is specified.")
                .value(
                        "partition",
                        "partition id",
                        "Partition id for which to perform an election. REQUIRED if --topic is specified.")
                .flag(
                        "all-topic-partitions",
                        "Perform election on all of the eligible topic partitions based on the type of election (see the --election-type flag). Not allowed if --topic or --path-to-json-file is specified.")
                .value(
                        "election-type",
                        "election type",
                        "Type of election to attempt. Possible values are \"preferred\" for preferred leader election or \"unclean\" for unclean leader election. If preferred election is selection, the election is only performed if the current leader is not the preferred leader for the topic partition. If unclean election is selected, the election is only performed if there are no leader for the topic partition. REQUIRED.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        check(options);
        var type = type(options.value("election-type").orElseThrow());
        var partitions = partitions(options);
        var config = options.value("command-config");
        if (options.has("admin.config")) {
            streams.out()
                    .println("Option --admin.config has been deprecated and will be removed in a future version. Use"
                            + " --command-config instead.");
            config = options.value("admin.config");
        }
        try (var client = DropIn.connect(options.value("bootstrap-server").orElseThrow(), config)) {
            new ElectionReport(client, streams.out()).elect(type, partitions);
        }
        return 0;
    }

    private static Optional<Collection<TopicPartition>> partitions(ParsedOptions options) {
        var file = options.value("path-to-json-file");
        if (file.isPresent()) {
            return Optional.of(ElectionFile.read(file.get()));
        }
        var topic = options.value("topic");
        var partition = options.integer("partition");
        return topic.isPresent() && partition.isPresent()
                ? Optional.of(List.of(new TopicPartition(topic.get(), partition.get())))
                : Optional.empty();
    }

    private static Election.Type type(String text) {
        for (var type : Election.Type.values()) {
            if (type.name().equalsIgnoreCase(text)) {
                return type;
            }
        }
        throw new OptionException("Cannot parse argument '" + text + "' of option election-type");
    }

    private static void check(ParsedOptions options) {
        var missing = new ArrayList<String>();
        for (var required : List.of("bootstrap-server", "election-type")) {
            if (!options.has(required)) {
                missing.add(required);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Missing required option(s): " + String.join(", ", missing));
        }
        if (options.has("admin.config") && options.has("command-config")) {
            throw new UsageException("Option \"[admin.config]\" can't be used with option \"[command-config]\"");
        }
        int scopes = 0;
        for (var scope : List.of("topic", "all-topic-partitions", "path-to-json-file")) {
            scopes += options.has(scope) ? 1 : 0;
        }
        if (scopes != 1) {
            throw new IllegalArgumentException("One and only one of the following options is required: topic,"
                    + " all-topic-partitions, path-to-json-file");
        }
        if (options.has("topic") && !options.has("partition")) {
            throw new IllegalArgumentException("Missing required option(s): partition");
        }
        if (!options.has("topic") && options.has("partition")) {
            throw new IllegalArgumentException("Option partition is only allowed if topic is used");
        }
    }
}
