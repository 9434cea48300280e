package dev.gregor.cli.config;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the configs of several resources on the rails: shown key by key, made resource by resource, all keys of one or none. */
final class ConfigEdit {
    private final ClusterClient client;
    private final Map<ConfigResource, List<Change>> changes = new LinkedHashMap<>();

    ConfigEdit(ClusterClient client) {
        this.client = client;
    }

    void add(ConfigResource resource, List<Change> itsChanges) {
        if (!itsChanges.isEmpty()) {
            changes.put(resource, itsChanges);
        }
    }

    /** Before anyone is asked the cluster says whether it would take them. */
    int carryOut(ChangeOptions options, ConnectionOptions connection, Map<String, String> set, List<String> unset) {
        var all = new ArrayList<Change>();
        for (var itsChanges : changes.entrySet()) {
            new ConfigChanges(client).alter(itsChanges.getKey(), set, unset, true);
            all.addAll(itsChanges.getValue());
        }
        return options.carryOut(connection, client, all, agreed -> {
            var outcomes = new ArrayList<Outcome>();
            for (var itsChanges : changes.entrySet()) {
                outcomes.addAll(alter(itsChanges.getKey(), itsChanges.getValue(), set, unset));
            }
            return outcomes;
        });
    }

    private List<Outcome> alter(
            ConfigResource resource, List<Change> itsChanges, Map<String, String> set, List<String> unset) {
        var outcomes = new ArrayList<Outcome>();
        try {
            new ConfigChanges(client).alter(resource, set, unset, false);
            itsChanges.forEach(change -> outcomes.add(Outcome.done(change)));
        } catch (ClusterException refused) {
            itsChanges.forEach(change -> outcomes.add(Outcome.failed(change, String.valueOf(refused.getMessage()))));
        }
        return outcomes;
    }
}
