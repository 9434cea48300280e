package dev.gregor.conformance.api;

import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.protocol.ApiKeys;

/** The table of APIs in {@code docs/compatibility.md}: rows of {@code | Name | key | oldest–newest | … |}. */
final class CompatibilityPage {
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| (\\d+) \\| (\\d+)–(\\d+) \\|.*");

    private CompatibilityPage() {}

    /** @throws IllegalStateException when a row names another API than its key says */
    static SortedMap<String, String> servedVersions() throws IOException {
        var served = new TreeMap<String, String>();
        for (var line : Files.readAllLines(ServerKind.repository().resolve("docs/compatibility.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var api = ApiKeys.forId(Integer.parseInt(row.group(2)));
                if (!api.name.equals(row.group(1))) {
                    throw new IllegalStateException(api + " has key " + row.group(2) + ", not " + row.group(1));
                }
                served.put(api.name, row.group(3) + "–" + row.group(4));
            }
        }
        return served;
    }
}
