package dev.gregor.cli.group;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code kafka-consumer-groups.sh --delete}, and how the group tools tell of what they deleted. */
final class ConsumerGroupsDelete {
    private ConsumerGroupsDelete() {}

    static void deleteGroups(ClusterClient client, ParsedOptions options, PrintStream out) {
        var ids = options.has("all-groups") ? ConsumerGroupsList.ids(client) : options.values("group");
        print(out, "consumer", outcomes(new GroupOffsetChanges(client).deleteGroups(ids)));
    }

    /** Empty for a group that is gone, else why it is not, in the order of a HashMap by id. */
    static Map<String, String> outcomes(Map<String, Optional<ClusterException>> failures) {
        var outcomes = new HashMap<String, String>();
        failures.forEach((id, failure) ->
                outcomes.put(id, failure.map(why -> KafkaFailure.of(why).text()).orElse("")));
        return outcomes;
    }

    static void print(PrintStream out, String kind, Map<String, String> outcomes) {
        var deleted = new StringBuilder();
        var failed = new StringBuilder();
        outcomes.forEach((id, failure) -> {
            if (failure.isEmpty()) {
                deleted.append(deleted.isEmpty() ? "" : ", ")
                        .append('\'')
                        .append(id)
                        .append('\'');
            } else {
                failed.append("* Group '")
                        .append(id)
                        .append("' could not be deleted due to: ")
                        .append(failure)
                        .append('\n');
            }
        });
        if (failed.isEmpty()) {
            out.println("Deletion of requested " + kind + " groups (" + deleted + ") was successful.");
            return;
        }
        GroupTool.printError(out, "Deletion of some " + kind + " groups failed:");
        out.print(failed);
        if (!deleted.isEmpty()) {
            out.println("\nThese " + kind + " groups were deleted successfully: " + deleted);
        }
    }
}
