package dev.gregor.cli.group;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code kafka-consumer-groups.sh --list}: ids alone, or with types and states, of which some may be chosen. */
final class ConsumerGroupsList {
    private static final int NARROWEST = 15;
    private static final int MARGIN = 10;
    private static final int TYPE_WIDTH = 20;

    private ConsumerGroupsList() {}

    static void print(ClusterClient client, ParsedOptions options, PrintStream out) {
        boolean withType = options.has("type");
        boolean withState = options.has("state");
        if (!withType && !withState) {
            for (var id : ids(client)) {
                out.println(id);
            }
            return;
        }
        var types = chosen(options, "type", false);
        var states = chosen(options, "state", true);
        var filter = GroupListings.Filter.consumers().inStates(states).withTypes(types);
        var listings = filtered(client, filter);
        int width = NARROWEST;
        for (var listing : listings) {
            width = Math.max(width, listing.id().length());
        }
        width += MARGIN;
        out.println(line("GROUP", "TYPE", "STATE", width, withType, withState));
        for (var listing : listings) {
            out.println(line(
                    listing.id(),
                    listing.type().orElse(GroupNames.UNKNOWN),
                    listing.state().orElse(GroupNames.UNKNOWN),
                    width,
                    withType,
                    withState));
        }
    }

    private static String line(String id, String type, String state, int width, boolean withType, boolean withState) {
        var line = new Padded().joined(id, width);
        if (withType) {
            line.joined(" " + type, TYPE_WIDTH + 1);
        }
        if (withState) {
            line.joined(" " + state, TYPE_WIDTH + 1);
        }
        return line.toString();
    }

    /** Every group of consumers. */
    static List<String> ids(ClusterClient client) {
        return ids(client, GroupListings.Filter.consumers());
    }

    /** The ids of these groups; a refusal comes as from the code that waits for it in Kafka's tools. */
    static List<String> ids(ClusterClient client, GroupListings.Filter filter) {
        try {
            return GroupListings.ids(new GroupListings(client).list(filter));
        } catch (ApiErrorException refused) {
            throw KafkaFailure.rethrown(refused);
        }
    }

    /** These groups, chosen by type or state; a refusal comes as from a future. */
    static List<GroupListing> filtered(ClusterClient client, GroupListings.Filter filter) {
        try {
            return new GroupListings(client).list(filter);
        } catch (ApiErrorException refused) {
            throw KafkaFailure.fromFuture(refused);
        }
    }

    private static List<String> chosen(ParsedOptions options, String option, boolean areStates) {
        var text = options.value(option).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        return areStates
                ? states(text, GroupNames.CONSUMER_STATES)
                : names(text, "types", List.of(GroupNames.CLASSIC, GroupNames.CONSUMER), true);
    }

    /**
     * A list with commas, as names of states.
     *
     * @throws IllegalArgumentException in Kafka's words for a name that is none of {@code valid}
     */
    static List<String> states(String text, List<String> valid) {
        return names(text, "state", valid, false);
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
}
