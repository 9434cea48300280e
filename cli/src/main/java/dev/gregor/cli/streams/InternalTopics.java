package dev.gregor.cli.streams;

import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.grouptool.KafkaFailure;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics that streams groups made for themselves, by group, as far as their names say that they are such. */
final class InternalTopics {
    private static final List<String> ENDINGS =
            List.of("-changelog", "-repartition", "-subscription-registration-topic", "-subscription-response-topic");
    private static final String FOREIGN_KEY_JOIN = "-KTABLE-FK-JOIN-SUBSCRIPTION-";

    private InternalTopics() {}

    static Map<String, List<String>> of(ClusterClient client, Collection<String> groupIds, PrintStream out) {
        var topics = new HashMap<String, List<String>>();
        if (groupIds.isEmpty()) {
            return topics;
        }
        try {
            for (var group :
                    GroupTool.all(new StreamsGroups(client).describe(groupIds)).values()) {
                var internal = new ArrayList<String>();
                for (var topic : group.internalTopics()) {
                    if (isInternal(topic, group.id())) {
                        internal.add(topic);
                    } else {
                        GroupTool.printError(
                                out,
                                "The internal topic '" + topic + "' is not inferred as internal and thus will not be"
                                        + " deleted with the group '" + group.id() + "'.");
                    }
                }
                if (!internal.isEmpty()) {
                    topics.put(group.id(), internal);
                }
            }
        } catch (KafkaFailure | ApiErrorException failed) {
            GroupTool.printError(out, "Retrieving internal topics failed due to " + failed.getMessage());
        }
        return topics;
    }

    static boolean isInternal(String topic, String groupId) {
        if (!topic.startsWith(groupId + "-")) {
            return false;
        }
        for (var ending : ENDINGS) {
            if (topic.endsWith(ending)) {
                return true;
            }
        }
        return topic.indexOf(FOREIGN_KEY_JOIN) > 0
                && topic.matches(".+" + FOREIGN_KEY_JOIN + "(REGISTRATION|RESPONSE)-\\d+-topic");
    }
}
