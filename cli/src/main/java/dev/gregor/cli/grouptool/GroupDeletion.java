package dev.gregor.cli.grouptool;

import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.coordinator.GroupOffsetChanges;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes groups as their tools do: what is no share or streams group, or has members, is not even tried there.
 *
 * @param outcomes empty for a group that is gone, else Kafka's text for why it is not, in the order of a HashMap by id
 */
public record GroupDeletion(Map<String, String> outcomes) {
    private static final short NON_EMPTY_GROUP = 68;

    /** Consumer groups are tried, whatever is known of them. */
    public static GroupDeletion ofConsumerGroups(ClusterClient client, Collection<String> ids) {
        return of(client, ids, Map.of());
    }

    /** Share groups without members. */
    public static GroupDeletion ofShareGroups(ClusterClient client, Collection<String> ids) {
        return of(client, ids, refusals(client, ids, GroupNames.SHARE));
    }

    /** Streams groups without members. */
    public static GroupDeletion ofStreamsGroups(ClusterClient client, Collection<String> ids) {
        return of(client, ids, refusals(client, ids, GroupNames.STREAMS));
    }

    /** The streams groups among these that there is nothing against deleting. */
    public static Collection<String> deletable(ClusterClient client, Collection<String> ids) {
        var deletable = new LinkedHashSet<>(ids);
        deletable.removeAll(refusals(client, ids, GroupNames.STREAMS).keySet());
        return deletable;
    }

    private static GroupDeletion of(ClusterClient client, Collection<String> ids, Map<String, String> refusals) {
        var outcomes = new HashMap<>(refusals);
        var tried = new LinkedHashSet<>(ids);
        tried.removeAll(refusals.keySet());
        outcomes.putAll(texts(new GroupOffsetChanges(client).deleteGroups(tried)));
        return new GroupDeletion(outcomes);
    }

    /** Empty for a group that is gone, else why it is not. */
    private static Map<String, String> texts(Map<String, Optional<ClusterException>> failures) {
        var outcomes = new HashMap<String, String>();
        failures.forEach((id, failure) ->
                outcomes.put(id, failure.map(why -> KafkaFailure.of(why).text()).orElse("")));
        return outcomes;
    }

    private static Map<String, String> refusals(ClusterClient client, Collection<String> ids, String type) {
        var listings = new HashMap<String, GroupListing>();
        for (var listing : GroupList.all(client, GroupListings.Filter.ofType(type))) {
            listings.put(listing.id(), listing);
        }
        var refusals = new HashMap<String, String>();
        for (var id : ids) {
            var listing = listings.get(id);
            if (listing == null) {
                refusals.put(
                        id,
                        type.equals(GroupNames.SHARE)
                                ? "java.lang.IllegalArgumentException: Group '" + id + "' is not a share group."
                                : "java.lang.IllegalArgumentException: Group '" + id
                                        + "' does not exist or is not a streams group.");
                continue;
            }
            var state = listing.state().orElse(GroupNames.EMPTY);
            if (state.equals(GroupNames.DEAD)) {
                refusals.put(
                        id, "java.lang.IllegalStateException: " + type + " group '" + id + "' group state is DEAD.");
            } else if (!state.equals(GroupNames.EMPTY)) {
                refusals.put(
                        id,
                        KafkaFailure.of(new ApiErrorException(
                                        NON_EMPTY_GROUP, type + " group '" + id + "' is not EMPTY."))
                                .text());
            }
        }
        return refusals;
    }

    /** The groups that are gone. */
    public List<String> deleted() {
        var deleted = new ArrayList<String>();
        outcomes.forEach((id, failure) -> {
            if (failure.isEmpty()) {
                deleted.add(id);
            }
        });
        return deleted;
    }

    /** Tells of it as the consumer and the share tool do. */
    public void print(PrintStream out, String kind) {
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
