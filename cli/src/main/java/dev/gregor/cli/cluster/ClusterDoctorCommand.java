package dev.gregor.cli.cluster;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.findings.ClusterChecks;
import dev.gregor.cli.findings.ClusterFacts;
import dev.gregor.cli.findings.Finding;
import dev.gregor.cli.findings.FindingText;
import dev.gregor.cli.findings.Weight;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.protocol.ClusterClient;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gregor cluster doctor}: exit 0 when nothing is wrong that matters now, 3 when something is. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look for what is wrong with a cluster, or soon will be, and say how to mend it. Reads only: topics,"
                    + " brokers, disks, controllers, groups, transactions.",
            "Ends with 0 when there is no error, with 3 when there is."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gregor cluster doctor", "  gregor cluster doctor --quiet -o json"})
public final class ClusterDoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Leave notes out.")
    private boolean quiet;

    @Option(
            names = "--group-seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long to look at groups that lag (default: ${DEFAULT-VALUE}).")
    private int groupSeconds;

    @Override
    public Integer call() {
        ClusterFacts facts;
        try (var client = connection.open()) {
            // Groups are asked by many threads: never through the client that a console's commands share.
            facts = new ClusterSurvey(
                            client,
                            () -> ClusterClient.open(connection.settings()),
                            Clock.systemUTC(),
                            groupSeconds * 1000)
                    .facts();
        }
        var findings = shown(ClusterChecks.of(facts));
        var out = spec.commandLine().getOut();
        var screen = connection.session().screen();
        if (output.isTable()) {
            FindingText.print(out, findings, screen);
            out.println(summary(facts, findings));
            out.flush();
        } else {
            output.print(spec.commandLine(), screen, out, FindingText.rows(findings));
        }
        return count(findings, Weight.ERROR) == 0 ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private List<Finding> shown(List<Finding> findings) {
        return quiet
                ? findings.stream()
                        .filter(finding -> finding.weight() != Weight.NOTE)
                        .toList()
                : findings;
    }

    private static String summary(ClusterFacts facts, List<Finding> findings) {
        int partitions = 0;
        for (var topic : facts.topics()) {
            partitions += topic.partitions().size();
        }
        var looked = counted(facts.brokers().size(), "broker") + ", "
                + counted(facts.topics().size(), "topic") + ", " + counted(partitions, "partition") + ", "
                + counted(facts.groups().size(), "group");
        int errors = count(findings, Weight.ERROR);
        int warnings = count(findings, Weight.WARNING);
        return looked + ": "
                + (errors + warnings == 0
                        ? facts.unread().isEmpty() ? "nothing is wrong." : "nothing is wrong in what could be read."
                        : counted(errors, "error") + ", " + counted(warnings, "warning") + ".");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static int count(List<Finding> findings, Weight weight) {
        int count = 0;
        for (var finding : findings) {
            count += finding.weight() == weight ? 1 : 0;
        }
        return count;
    }
}
