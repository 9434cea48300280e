package dev.gregor.cli.streams;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupDeletion;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code kafka-streams-groups.sh --delete}, with the topics that the groups made for themselves if wanted. */
final class StreamsGroupsDelete {
    private StreamsGroupsDelete() {}

    static void run(ClusterClient client, ParsedOptions options, PrintStream out) {
        var ids = StreamsGroupsProgram.ids(client, options);
        // The topology goes with the group: its topics are looked up before.
        var internal = options.has("delete-all-internal-topics")
                ? InternalTopics.of(client, GroupDeletion.deletable(client, ids), out)
                : Map.<String, List<String>>of();
        var deletion = GroupDeletion.ofStreamsGroups(client, ids);
        var failures = new HashMap<String, String>();
        for (var id : deletion.deleted()) {
            var topics = internal.get(id);
            if (topics != null) {
                deleteTopics(client, topics, out).ifPresent(failure -> failures.put(id, failure));
            }
        }
        print(out, deletion);
        if (!internal.isEmpty() && !deletion.deleted().isEmpty()) {
            print(out, failures, deletion.deleted(), internal);
        }
    }

    private static Optional<String> deleteTopics(ClusterClient client, List<String> topics, PrintStream out) {
        Optional<String> first = Optional.empty();
        for (var outcome : new StreamsGroups(client).deleteTopics(topics).entrySet()) {
            if (outcome.getValue().isPresent()) {
                out.println("Failed to delete internal topic: " + outcome.getKey());
                ApiErrorException failure = outcome.getValue().get();
                first = first.or(() -> Optional.of(KafkaFailure.of(failure).text()));
            }
        }
        return first;
    }

    private static void print(PrintStream out, GroupDeletion deletion) {
        var deleted = "'" + String.join("', '", deletion.deleted()) + "'";
        if (deletion.deleted().size() == deletion.outcomes().size()) {
            out.println("Deletion of requested streams groups (" + deleted + ") was successful.");
            return;
        }
        GroupTool.printError(out, "Deletion of some streams groups failed:");
        deletion.outcomes().forEach((id, failure) -> {
            if (!failure.isEmpty()) {
                out.println("* Group '" + id + "' could not be deleted due to: " + failure);
            }
        });
        if (!deletion.deleted().isEmpty()) {
            out.println("\nThese streams groups were deleted successfully: " + deleted + ".");
        }
    }

    private static void print(
            PrintStream out, Map<String, String> failures, List<String> deleted, Map<String, List<String>> internal) {
        if (failures.isEmpty()) {
            var withTopics = new ArrayList<String>();
            for (var id : deleted) {
                if (internal.containsKey(id)) {
                    withTopics.add(id);
                }
            }
            out.println("Deletion of associated internal topics of the streams groups ('"
                    + String.join("', '", withTopics) + "') was successful.");
        } else {
            out.println("Deletion of some associated internal topics failed:");
            failures.forEach((id, failure) -> out.println(
                    "* Internal topics of the streams group '" + id + "' could not be deleted due to: " + failure));
        }
    }
}
