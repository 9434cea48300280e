package dev.gregor.cli.brokers;

import dev.gregor.protocol.VersionRange;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.protocol.ApiKeys;

/** A broker's APIs as {@code kafka-broker-api-versions.sh} prints them: one a line, by key, with the version a client would use. */
final class ApiVersionsText {
    private ApiVersionsText() {}

    static String of(Map<Short, VersionRange> served) {
        var lines = new TreeMap<Short, String>();
        served.forEach((key, range) -> lines.put(key, line(key, range)));
        for (var api : ApiKeys.clientApis()) {
            lines.computeIfAbsent(api.id, key -> api.name + "(" + key + "): UNSUPPORTED");
        }
        return "(\n\t" + String.join(",\n\t", lines.values()) + "\n)";
    }

    private static String line(short key, VersionRange range) {
        var versions = range.min() == range.max() ? String.valueOf(range.min()) : range.min() + " to " + range.max();
        if (!ApiKeys.hasId(key)) {
            return "UNKNOWN(" + key + "): " + versions;
        }
        var api = ApiKeys.forId(key);
        return api.name + "(" + key + "): " + versions + usable(api, range);
    }

    private static String usable(ApiKeys api, VersionRange range) {
        if (api.latestVersion() < range.min()) {
            return " [unusable: node too new]";
        }
        if (range.max() < api.oldestVersion()) {
            return " [unusable: node too old]";
        }
        return " [usable: " + Math.min(api.latestVersion(), range.max()) + "]";
    }
}
