package dev.gregor.cli.group;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Deletes share or streams groups as their tools do: what is none of that type or has members is not even tried.
 *
 * @param outcomes empty for a group that is gone, else Kafka's text for why it is not, in the order of a HashMap by id
 */
record GroupDeletion(Map<String, String> outcomes) {
    private static final short NON_EMPTY_GROUP = 68;

    static GroupDeletion ofShareGroups(ClusterClient client, Collection<String> ids) {
        return of(client, ids, refusals(client, ids, GroupNames.SHARE));
    }

    static GroupDeletion ofStreamsGroups(ClusterClient client, Collection<String> ids) {
        return of(client, ids, refusals(client, ids, GroupNames.STREAMS));
    }

    /** The streams groups among these that there is nothing against deleting. */
    static Collection<String> deletable(ClusterClient client, Collection<String> ids) {
        var deletable = new LinkedHashSet<>(ids);
        deletable.removeAll(refusals(client, ids, GroupNames.STREAMS).keySet());
        return deletable;
    }

    private static GroupDeletion of(ClusterClient client, Collection<String> ids, Map<String, String> refusals) {
        var outcomes = new HashMap<>(refusals);
        var tried = new LinkedHashSet<>(ids);
        tried.removeAll(refusals.keySet());
        outcomes.putAll(ConsumerGroupsDelete.outcomes(new GroupOffsetChanges(client).deleteGroups(tried)));
        return new GroupDeletion(outcomes);
    }

    private static Map<String, String> refusals(ClusterClient client, Collection<String> ids, String type) {
        var listings = new HashMap<String, GroupListing>();
        for (var listing : listings(client, type)) {
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

    private static List<GroupListing> listings(ClusterClient client, String type) {
        try {
            return new GroupListings(client).list(GroupListings.Filter.ofType(type));
        } catch (ApiErrorException refused) {
            throw KafkaFailure.rethrown(refused);
        }
    }

    /** The groups that are gone. */
    List<String> deleted() {
        var deleted = new ArrayList<String>();
        outcomes.forEach((id, failure) -> {
            if (failure.isEmpty()) {
                deleted.add(id);
            }
        });
        return deleted;
    }
}
