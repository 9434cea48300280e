package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupList;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
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
        var listings = GroupList.filtered(client, filter);
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
        return GroupList.ids(client, GroupListings.Filter.consumers());
    }

    private static List<String> chosen(ParsedOptions options, String option, boolean areStates) {
        var text = options.value(option).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        return areStates
                ? GroupList.states(text, GroupNames.CONSUMER_STATES)
                : GroupList.types(text, List.of(GroupNames.CLASSIC, GroupNames.CONSUMER));
    }
}
