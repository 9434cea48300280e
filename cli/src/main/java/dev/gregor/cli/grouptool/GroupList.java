package dev.gregor.cli.grouptool;

import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Which groups there are, as the drop-ins ask for it and fail; {@code --list} of the share and the streams tool. */
public final class GroupList {
    private GroupList() {}

    /** The ids of these groups. */
    public static List<String> ids(ClusterClient client, GroupListings.Filter filter) {
        return GroupListings.ids(all(client, filter));
    }

    /** These groups; a refusal comes as from the code that waits for it in Kafka's tools. */
    public static List<GroupListing> all(ClusterClient client, GroupListings.Filter filter) {
        try {
            return new GroupListings(client).list(filter);
        } catch (ApiErrorException refused) {
            throw KafkaFailure.rethrown(refused);
        }
    }

    /** These groups, chosen by type or state; a refusal comes as from a future. */
    public static List<GroupListing> filtered(ClusterClient client, GroupListings.Filter filter) {
        try {
            return new GroupListings(client).list(filter);
        } catch (ApiErrorException refused) {
            throw KafkaFailure.fromFuture(refused);
        }
    }

    /**
     * A list with commas, as names of states.
     *
     * @throws IllegalArgumentException in Kafka's words for a name that is none of {@code valid}
     */
    public static List<String> states(String text, List<String> valid) {
        return names(text, "state", valid, false);
    }

    /** As above, as names of types. */
    public static List<String> types(String text, List<String> valid) {
        return names(text, "types", valid, true);
    }

    @SuppressWarnings("StringSplitter") // as Kafka splits it
    private static List<String> names(String text, String what, List<String> valid, boolean areTypes) {
        var names = new ArrayList<String>();
        for (var part : text.split(",")) {
            var name = areTypes ? GroupNames.type(part.trim()) : GroupNames.state(part.trim());
            if (!valid.contains(name)) {
                throw new IllegalArgumentException("Invalid " + what + " list '" + text + "'. Valid "
                        + (areTypes ? "types" : "states") + " are: " + String.join(", ", valid));
            }
            names.add(name);
        }
        return names;
    }

    /** Lists groups of a type as the share and the streams tool do. */
    public static void print(
            ClusterClient client, ParsedOptions options, String type, List<String> validStates, PrintStream out) {
        var filter = GroupListings.Filter.ofType(type);
        if (!options.has("state")) {
            for (var id : ids(client, filter)) {
                out.println(id);
            }
            return;
        }
        var states = options.value("state").orElse("");
        var listings = filtered(client, states.isEmpty() ? filter : filter.inStates(states(states, validStates)));
        int width = 15;
        for (var listing : listings) {
            width = Math.max(width, listing.id().length());
        }
        out.println(new Padded().cell("GROUP", width).last("STATE"));
        for (var listing : listings) {
            out.println(
                    new Padded().cell(listing.id(), width).last(listing.state().orElse(GroupNames.UNKNOWN)));
        }
    }
}
