package dev.gregor.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.help.CommandPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example of every command's help as it stands, in a {@link World} that has what they name. */
class ExamplesTest {
    /** What starts a broker of its own, and is tested where brokers are. */
    private static final Set<String> ELSEWHERE = Set.of(
            "gregor broker",
            "gregor broker server.properties --override log.dirs=/tmp/data",
            "gregor demo",
            "gregor demo --keep access.log");

    private static final int DIFFERS = 3;

    @TempDir
    private Path folder;

    @Test
    void givenAFreshCluster_whenEachExampleIsTyped_thenItWorks() throws IOException, InterruptedException {
        var failed = new ArrayList<String>();
        var notServed = new ArrayList<String>();
        int count = 0;
        try (var world = new World(folder)) {
            for (var line : CommandPages.examples(GregorProgram.commands(Session.ofProcess(Map.of())))) {
                if (!ELSEWHERE.contains(line)) {
                    count++;
                    var result = world.type(line);
                    if (result.exitCode() != 0 && result.exitCode() != DIFFERS) {
                        var lines = result.err().contains(" does not serve ") ? notServed : failed;
                        lines.add("$ " + line + "\n" + result);
                    }
                }
            }
        }
        System.out.println(count + " examples; Gregor's broker does not serve yet what " + notServed.size() + " ask:");
        notServed.forEach(System.out::println);
        assertThat(failed).isEmpty();
    }
}
