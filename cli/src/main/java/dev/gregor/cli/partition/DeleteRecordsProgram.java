package dev.gregor.cli.partition;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-delete-records.sh}: exit 0 also when a partition refuses, as in Kafka; its line tells the error. */
public final class DeleteRecordsProgram implements Program {
    private static final int VERSION = 1;

    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable(
                        "kafka-delete-records.sh",
                        "This tool helps to delete records of the given partitions down to the specified offset.")
                .value("bootstrap-server", "server(s) to use for bootstrapping", "REQUIRED: The server to connect to.")
                .value(
                        "offset-json-file",
                        "Offset json file path",
                        "REQUIRED: The JSON file with offset per partition. The format to use is: {\"partitions\": [{\"topic\": \"foo\", \"partition\": 1, \"offset\": 1}], \"version\":1}")
                .value(
                        "command-config",
                        "command config property file path",
                        "A property file containing configs to be passed to Admin Client.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server")
                .orElseThrow(() -> new UsageException("Missing required argument \"[bootstrap-server]\""));
        var file = options.value("offset-json-file")
                .orElseThrow(() -> new UsageException("Missing required argument \"[offset-json-file]\""));
        var out = streams.out();
        try (var client = DropIn.connect(bootstrap, options.value("command-config"))) {
            var offsets = single(parse(TextFile.read(file)));
            out.println("Executing records delete operation");
            out.flush();
            var results = new RecordDeletion(client).deleteBefore(offsets);
            out.println("Records delete operation completed:");
            for (var partition : sorted(offsets.keySet())) {
                var result = results.get(partition);
                if (result instanceof RecordDeletion.Result.Deleted deleted) {
                    out.println("partition: " + partition + "\tlow_watermark: " + deleted.lowWatermark());
                } else if (result instanceof RecordDeletion.Result.Refused refused) {
                    LogLine.error(
                            streams.err(),
                            "org.apache.kafka.clients.admin.internals.DeleteRecordsHandler",
                            "[AdminClient clientId=adminclient-1] DeleteRecords request for topic partition "
                                    + partition + " failed due to an unexpected error "
                                    + KafkaText.name(refused.code()));
                    out.println("partition: " + partition + "\terror: " + KafkaText.exception(refused.code(), ""));
                }
            }
        }
        return 0;
    }

    /** Kafka's own order differs from run to run. */
    private static List<TopicPartition> sorted(Collection<TopicPartition> partitions) {
        var sorted = new ArrayList<>(partitions);
        sorted.sort(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        return sorted;
    }

    private static Map<TopicPartition, List<Long>> parse(String text) {
        var json = JsonTree.read(text)
                .orElseThrow(() -> new IllegalArgumentException("The input string is not a valid JSON"));
        var version = json.find("version");
        int number = version.isPresent() ? version.get().integer() : VERSION;
        if (number != VERSION) {
            throw new IllegalArgumentException("Not supported version field value " + number);
        }
        var partitions =
                json.find("partitions").orElseThrow(() -> new IllegalArgumentException("Missing partitions field"));
        var offsets = new HashMap<TopicPartition, List<Long>>();
        for (var item : partitions.items()) {
            var partition = new TopicPartition(
                    item.field("topic").text(), item.field("partition").integer());
            offsets.computeIfAbsent(partition, first -> new ArrayList<>())
                    .add(item.field("offset").longInteger());
        }
        return offsets;
    }

    private static Map<TopicPartition, Long> single(Map<TopicPartition, List<Long>> given) {
        var duplicates = new ArrayList<String>();
        var offsets = new HashMap<TopicPartition, Long>();
        for (var entry : given.entrySet()) {
            offsets.put(entry.getKey(), entry.getValue().get(0));
            if (entry.getValue().size() > 1) {
                duplicates.add(entry.getKey().toString());
            }
        }
        if (!duplicates.isEmpty()) {
            throw new IllegalArgumentException(
                    "Offset json file contains duplicate topic partitions: " + String.join(",", duplicates));
        }
        return offsets;
    }
}
