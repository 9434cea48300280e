package dev.gregor.cli.share;

import dev.gregor.cli.coordinator.Coordinators;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code kafka-share-groups.sh --delete-offsets}: has a share group forget topics, and tells of each. */
final class ShareOffsetsDelete {
    private static final short INVALID_GROUP_ID = 24;
    private static final short TOPIC_AUTHORIZATION_FAILED = 29;
    private static final short GROUP_AUTHORIZATION_FAILED = 30;
    private static final short NON_EMPTY_GROUP = 68;

    private ShareOffsetsDelete() {}

    static void run(ClusterClient client, String groupId, List<String> topics, PrintStream out) {
        var asked = new HashSet<>(topics);
        var outcomes = new TreeMap<String, Optional<ApiErrorException>>();
        Optional<ApiErrorException> first = Optional.empty();
        try {
            var answered = new ShareGroups(client).deleteOffsets(groupId, asked);
            for (var topic : asked) {
                var outcome = answered.getOrDefault(topic, Optional.empty());
                first = first.or(() -> outcome);
                outcomes.put(topic, outcome);
            }
        } catch (ApiErrorException refused) {
            first = Optional.of(refused);
            for (var topic : asked) {
                outcomes.put(topic, first);
            }
        }
        first.ifPresent(failure -> tell(failure, out));
        int width = 15;
        for (var topic : outcomes.keySet()) {
            width = Math.max(width, topic.length());
        }
        if (!outcomes.isEmpty()) {
            out.print("\n" + new Padded().cell("TOPIC", width).last("STATUS"));
        }
        for (var outcome : outcomes.entrySet()) {
            var status = outcome.getValue().map(failure -> "Error: " + failure.getMessage());
            out.print("\n" + new Padded().cell(outcome.getKey(), width).last(status.orElse("Successful")));
        }
        out.println();
    }

    private static void tell(ApiErrorException failure, PrintStream out) {
        switch (failure.code()) {
            case INVALID_GROUP_ID, Coordinators.GROUP_ID_NOT_FOUND, GROUP_AUTHORIZATION_FAILED, NON_EMPTY_GROUP ->
                GroupTool.printError(out, String.valueOf(failure.getMessage()));
            case TOPIC_AUTHORIZATION_FAILED, ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION -> {
                // The topic's own row says it.
            }
            default ->
                GroupTool.printError(
                        out,
                        "Encounter some unknown error: "
                                + KafkaFailure.of(failure).text());
        }
    }
}
