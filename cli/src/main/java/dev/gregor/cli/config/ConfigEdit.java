package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the configs of several resources on the rails: shown key by key, made resource by resource, all keys of one or none. */
final class ConfigEdit {
    private final ClusterClient client;
    private final ConfigNoun noun;
    private final Map<ConfigResource, List<Change>> changes = new LinkedHashMap<>();

    ConfigEdit(ClusterClient client, ConfigNoun noun) {
        this.client = client;
        this.noun = noun;
    }

    void add(ConfigResource resource, List<Change> itsChanges) {
        if (!itsChanges.isEmpty()) {
            changes.put(resource, itsChanges);
        }
    }

    /** Before anyone is asked the cluster says whether it would take them. */
    int carryOut(ChangeOptions options, ConnectionOptions connection, Map<String, String> set, List<String> unset) {
        validate(set, unset);
        var steps = new ArrayList<Step>();
        changes.forEach((resource, itsChanges) -> steps.add(
                Step.allOrNone(itsChanges, () -> new ConfigChanges(client).alter(resource, set, unset, false))));
        return options.carryOut(connection, client, Step.changes(steps), Execution.inSteps(steps));
    }

    /** @throws ClusterException naming every resource that would refuse */
    private void validate(Map<String, String> set, List<String> unset) {
        var refusals = new ArrayList<String>();
        for (var resource : changes.keySet()) {
            try {
                new ConfigChanges(client).alter(resource, set, unset, true);
            } catch (ApiErrorException refused) {
                refusals.add(noun + " " + name(resource) + ": " + refused.getMessage());
            }
        }
        if (!refusals.isEmpty()) {
            throw new ClusterException(String.join("\n", refusals) + "\nNothing was changed.");
        }
    }

    private static String name(ConfigResource resource) {
        return resource.isDefault() ? ConfigNoun.DEFAULT : resource.name();
    }
}
