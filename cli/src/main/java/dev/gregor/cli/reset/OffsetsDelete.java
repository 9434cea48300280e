package dev.gregor.cli.reset;

import dev.gregor.cli.coordinator.Coordinators;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;

/** {@code --delete-offsets} of the consumer and the streams tool: forgets what a group committed, and tells of each partition. */
public final class OffsetsDelete {
    private static final int WHOLE_TOPIC = -1;
    private static final short UNKNOWN_SERVER_ERROR = -1;
    private static final short INVALID_GROUP_ID = 24;
    private static final short TOPIC_AUTHORIZATION_FAILED = 29;
    private static final short GROUP_AUTHORIZATION_FAILED = 30;
    private static final short NON_EMPTY_GROUP = 68;
    private static final short GROUP_SUBSCRIBED_TO_TOPIC = 86;

    private OffsetsDelete() {}

    /** Deletes those of the topics, or of the partitions chosen as {@code topic:0,1}. */
    public static void run(ClusterClient client, String groupId, List<String> topics, PrintStream out) {
        var partitions = new HashSet<TopicPartition>();
        var failures = new HashMap<TopicPartition, String>();
        for (var topic : topics) {
            if (topic.contains(":")) {
                partitions.addAll(TopicArguments.partitions(topic));
            }
        }
        for (var topic : new HashSet<>(topics)) {
            if (topic.contains(":")) {
                continue;
            }
            try {
                new LogOffsets(client)
                        .partitions(List.of(topic))
                        .values()
                        .forEach(leaders -> partitions.addAll(leaders.keySet()));
            } catch (ApiErrorException refused) {
                failures.put(
                        new TopicPartition(topic, WHOLE_TOPIC),
                        KafkaFailure.of(refused).text());
            }
        }
        run(client, groupId, partitions, failures, out);
    }

    /** Deletes those of the partitions; {@code failures} are told beside theirs. */
    public static void run(
            ClusterClient client,
            String groupId,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, String> failures,
            PrintStream out) {
        short first = ErrorCodes.NONE;
        var outcomes = new HashMap<>(failures);
        try {
            var codes = new GroupOffsetChanges(client).delete(groupId, partitions);
            for (var partition : partitions) {
                var code = codes.get(partition);
                short known = code == null ? UNKNOWN_SERVER_ERROR : code;
                first = first == ErrorCodes.NONE ? known : first;
                outcomes.put(partition, known == ErrorCodes.NONE ? "" : text(known));
            }
        } catch (ApiErrorException refused) {
            first = refused.code();
            for (var partition : partitions) {
                outcomes.put(partition, KafkaFailure.of(refused).text());
            }
        }
        printSummary(out, groupId, first);
        printTable(out, outcomes);
    }

    private static String text(short code) {
        return KafkaFailure.of(new ApiErrorException(code, null)).text();
    }

    private static void printSummary(PrintStream out, String groupId, short code) {
        switch (code) {
            case ErrorCodes.NONE -> out.println("Request succeeded for deleting offsets from group " + groupId + ".");
            case INVALID_GROUP_ID, Coordinators.GROUP_ID_NOT_FOUND, GROUP_AUTHORIZATION_FAILED, NON_EMPTY_GROUP ->
                GroupTool.printError(out, ErrorCodes.text(code, ""));
            case GROUP_SUBSCRIBED_TO_TOPIC, TOPIC_AUTHORIZATION_FAILED, ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION ->
                GroupTool.printError(out, "Encountered some partition-level error, see the follow-up details.");
            default ->
                GroupTool.printError(
                        out,
                        "Encountered some unknown error: "
                                + Errors.forCode(code).name());
        }
    }

    private static void printTable(PrintStream out, Map<TopicPartition, String> outcomes) {
        int width = 15;
        for (var partition : outcomes.keySet()) {
            width = Math.max(width, partition.topic().length());
        }
        var sorted = new ArrayList<>(outcomes.keySet());
        sorted.sort(Comparator.comparing(partition -> partition.topic() + partition.partition()));
        out.print("\n" + line("TOPIC", "PARTITION", "STATUS", width));
        for (var partition : sorted) {
            var failure = outcomes.getOrDefault(partition, "");
            out.print("\n"
                    + line(
                            partition.topic(),
                            partition.partition() == WHOLE_TOPIC ? "-" : String.valueOf(partition.partition()),
                            failure.isEmpty() ? "Successful" : "Error: " + failure,
                            width));
        }
        out.println();
    }

    private static String line(String topic, String partition, String status, int width) {
        return new Padded()
                .cell(topic, width)
                .cell(partition, 10)
                .joined(status, 15)
                .toString();
    }
}
