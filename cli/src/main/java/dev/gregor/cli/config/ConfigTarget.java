package dev.gregor.cli.config;

import dev.gregor.cli.names.Globs;
import dev.gregor.protocol.ClusterClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** The first words of {@code gregor config} lines: what kind of thing, and which. */
final class ConfigTarget {
    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
    private ConfigNoun noun = ConfigNoun.topic;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description =
                    "Its name or a broker's id; * and ? stand for any letters and for one. 'default': all brokers.")
    private String name = "";

    ConfigNoun noun() {
        return noun;
    }

    /**
     * What is meant, by name; one that is made by its configs need not exist.
     *
     * @param mayBeNew whether one that the cluster does not have is made
     */
    Map<String, ConfigResource> resources(ClusterClient client, boolean mayBeNew) {
        return resources(client, noun, List.of(name), mayBeNew);
    }

    static Map<String, ConfigResource> resources(
            ClusterClient client, ConfigNoun noun, List<String> typed, boolean mayBeNew) {
        var resources = new LinkedHashMap<String, ConfigResource>();
        var all = new ConfigNames(client);
        boolean isTaken = noun.isMadeByConfig()
                && typed.size() == 1
                && !Globs.isGlob(typed.get(0))
                && (mayBeNew || all.has(noun.resource(typed.get(0))));
        var names = isTaken ? typed : Globs.expand(noun.name(), typed, noun.names(all));
        for (var one : names) {
            resources.put(one, noun.resource(one));
        }
        return resources;
    }
}
