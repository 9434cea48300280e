package dev.gregor.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.help.CommandPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Pattern NOT_SERVED = Pattern.compile("does not (?:serve|support) (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void givenApacheKafka_whenEachExampleIsTyped_thenItWorks() throws IOException, InterruptedException {
        try (var world = World.ofKafka(folder)) {
            // What looks into a broker's folder has nothing to do with the broker.
            assertThat(failures(world, line -> !line.contains("/var/lib/kafka")))
                    .isEmpty();
        }
    }

    @Test
    void givenGregor_whenEachExampleIsTyped_thenItWorksAsFarAsTheBrokerServesIt()
            throws IOException, InterruptedException {
        List<String> failures;
        try (var world = World.ofGregor(folder)) {
            failures = failures(world, line -> true);
        }
        var apis = new TreeMap<String, Integer>();
        failures.removeIf(failure -> {
            var api = NOT_SERVED.matcher(failure);
            boolean found = api.find();
            if (found) {
                apis.merge(api.group(1), 1, Integer::sum);
            }
            return found;
        });
        System.out.println("Examples that ask for what Gregor's broker does not serve yet, by API: " + apis);
        assertThat(failures).isEmpty();
    }

    private static List<String> failures(World world, Predicate<String> runs) throws IOException, InterruptedException {
        var failures = new ArrayList<String>();
        int count = 0;
        for (var line :
                new LinkedHashSet<>(CommandPages.examples(GregorProgram.commands(Session.ofProcess(Map.of()))))) {
            if (runs.test(line) && !ELSEWHERE.contains(line)) {
                count++;
                var result = world.type(line);
                if (result.exitCode() != 0 && result.exitCode() != DIFFERS) {
                    failures.add("$ " + line + "\n" + result);
                }
            }
        }
        System.out.println(count + " examples");
        return failures;
    }
}
