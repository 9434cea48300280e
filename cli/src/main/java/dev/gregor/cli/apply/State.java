package dev.gregor.cli.apply;

import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;

/** What a file wants of a cluster, section by section. Reading it asks no cluster. */
final class State {
    private static final String VERSION_KEY = "version";
    private static final long VERSION = 1;

    private final List<Section.Wanted> wanted;

    private State(List<Section.Wanted> wanted) {
        this.wanted = wanted;
    }

    /** @throws ClusterException with the file, the line and the key when it cannot be understood */
    static State read(String source, String text) {
        var root = YamlValue.parse(source, text);
        var keys = new ArrayList<>(List.of(VERSION_KEY));
        for (var section : Section.all()) {
            keys.add(section.key());
        }
        var fields = root.fields(keys);
        var version = fields.get(VERSION_KEY);
        if (version != null && version.number(1) != VERSION) {
            throw version.wrong("is " + version.text() + ", and this Gregor reads version " + VERSION);
        }
        var wanted = new ArrayList<Section.Wanted>();
        for (var section : Section.all()) {
            var value = fields.get(section.key());
            if (value != null && !value.isNull()) {
                wanted.add(section.read(value));
            }
        }
        return new State(wanted);
    }

    /** The steps from what the cluster has to what is wanted. */
    List<Step> steps(ClusterClient client, boolean prune) {
        var steps = new ArrayList<Step>();
        for (var section : wanted) {
            steps.addAll(section.steps(client, prune));
        }
        return steps;
    }
}
