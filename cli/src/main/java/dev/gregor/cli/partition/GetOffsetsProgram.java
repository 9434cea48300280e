package dev.gregor.cli.partition;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.BootstrapAddress;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;

/** {@code kafka-get-offsets.sh}: a partition's offset a line, sorted; exit 1 when no partition is meant. */
public final class GetOffsetsProgram implements Program {
    private static final String DESCRIPTION = "An interactive shell for getting topic-partition offsets.";
    private static final long NO_OFFSET = -1;

    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable("kafka-get-offsets.sh", DESCRIPTION)
                .value(
                        "bootstrap-server",
                        "HOST1:PORT1,...,HOST3:PORT3",
                        "REQUIRED. The server(s) to connect to in the form HOST1:PORT1,HOST2:PORT2.")
                .value(
                        "topic-partitions",
                        "topic1:1,topic2:0-3,topic3,topic4:5-,topic5:-3",
                        "Comma separated list of topic-partition patterns to get the offsets for: an optional regex for the topic name, and after ':' a partition, a range 'NUMBER-NUMBER' (lower inclusive, upper exclusive), 'NUMBER-' or '-NUMBER'.")
                .value(
                        "topic",
                        "topic",
                        "The topic to get the offsets for. It also accepts a regular expression. If not present, all authorized topics are queried. Cannot be used if --topic-partitions is present.")
                .value(
                        "partitions",
                        "partition ids",
                        "Comma separated list of partition ids to get the offsets for. If not present, all partitions of the authorized topics are queried. Cannot be used if --topic-partitions is present.")
                .value(
                        "time",
                        "<timestamp> / -1 or latest / -2 or earliest / -3 or max-timestamp / -4 or earliest-local / -5 or latest-tiered / -6 or earliest-pending-upload",
                        "timestamp of the offsets before that. (default: latest) [Note: No offset is returned, if the timestamp greater than recently committed record timestamp is given.]")
                .value(
                        "command-config",
                        "config file",
                        "Property file containing configs to be passed to Admin Client.")
                .flag(
                        "exclude-internal-topics",
                        "By default, internal topics are included. If specified, internal topics are excluded.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams)
                .sayingFirst("Error occurred: ")
                .run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server")
                .orElseThrow(() -> new UsageException("Missing required argument \"[bootstrap-server]\""));
        BootstrapAddress.check(bootstrap);
        boolean byRules = options.has("topic-partitions");
        if (byRules && (options.has("topic") || options.has("partitions"))) {
            throw new IllegalArgumentException("--topic-partitions cannot be used with --topic or --partitions");
        }
        var time = OffsetTime.parse(options.value("time").orElse("latest"));
        var filter = byRules
                ? PartitionFilter.parse(options.value("topic-partitions").orElseThrow())
                : PartitionFilter.of(options.value("topic"), options.value("partitions"));
        try (var client = DropIn.connect(bootstrap, options.value("command-config"))) {
            var partitions = partitions(client, filter, options.has("exclude-internal-topics"));
            if (partitions.isEmpty()) {
                throw new IllegalArgumentException("Could not match any topic-partitions with the specified filters");
            }
            print(streams, client, partitions, time);
        }
        return 0;
    }

    private static List<TopicPartition> partitions(
            ClusterClient client, PartitionFilter filter, boolean excludeInternal) {
        var partitions = new ArrayList<TopicPartition>();
        var answer = client.metadata(new MetadataRequestData().setTopics(null));
        for (var topic : answer.topics()) {
            if (topic.isInternal() && excludeInternal) {
                continue;
            }
            for (var partition : topic.partitions()) {
                if (filter.allows(topic.name(), partition.partitionIndex())) {
                    partitions.add(new TopicPartition(topic.name(), partition.partitionIndex()));
                }
            }
        }
        return partitions;
    }

    private static void print(Streams streams, ClusterClient client, List<TopicPartition> partitions, OffsetTime time) {
        var offsets = new HashMap<TopicPartition, Long>();
        var failures = new ListedOffsets(client, time).read(partitions, offsets);
        var lines = new TreeMap<String, String>();
        for (var partition : partitions) {
            var failure = failures.get(partition);
            if (failure != null) {
                streams.err()
                        .println("Skip getting offsets for topic-partition " + partition + " due to error: " + failure);
            } else if (offsets.getOrDefault(partition, NO_OFFSET) != NO_OFFSET) {
                lines.put(
                        partition.toString(),
                        partition.topic() + ":" + partition.partition() + ":" + offsets.get(partition));
            }
        }
        for (var line : lines.values()) {
            streams.out().println(line);
        }
    }
}
