package dev.gregor.cli.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** How many command lines of each tool were compared on one broker, how many differed, and which were left out and why. */
final class Tally {
    private final String broker;
    private final Map<String, int[]> comparedAndEqual = new TreeMap<>();
    private final Map<String, Integer> lackingApi = new TreeMap<>();
    private final Map<String, String> explained = new TreeMap<>();

    Tally(String broker) {
        this.broker = broker;
    }

    void compared(String program) {
        comparedAndEqual.computeIfAbsent(program, unused -> new int[2])[0]++;
    }

    void equal(String program) {
        comparedAndEqual.get(program)[1]++;
    }

    void lacks(String api) {
        lackingApi.merge(api, 1, Integer::sum);
    }

    void explained(String program, String line, String reason) {
        explained.put(program + " " + line, reason);
    }

    /** One line for people; all of it goes to {@code target/golden/BROKER.tsv}, for the table of releases. */
    String write() throws IOException {
        var lines = new ArrayList<String>();
        comparedAndEqual.forEach(
                (program, counts) -> lines.add("tool\t%s\t%d\t%d".formatted(program, counts[0], counts[1])));
        lackingApi.forEach((api, count) -> lines.add("lacks\t%s\t%d".formatted(api, count)));
        explained.forEach((line, reason) -> lines.add("explained\t%s\t%s".formatted(line, reason)));
        var file = Path.of("target", "golden", broker + ".tsv");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        return "Golden lines on %s: %d tools, %d command lines, %d differ; explained: %d; left out because the broker lacks an API: %s"
                .formatted(broker, comparedAndEqual.size(), sum(0), sum(0) - sum(1), explained.size(), lackingApi);
    }

    private int sum(int index) {
        return comparedAndEqual.values().stream()
                .mapToInt(counts -> counts[index])
                .sum();
    }
}
