package dev.gregor.cli.safety;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.progress.Progress;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code --yes}, {@code --dry-run}, {@code --confirm} and {@code -o} of every command that changes a cluster, and the way
 * such a command goes: it works out its changes without making any, and hands them to {@link #carryOut}.
 */
public final class ChangeOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec mixee;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "CONTEXT", description = "With --yes: the name of a protected context.")
    private Optional<String> confirm = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** Whether nothing is to be changed. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** The form results are printed in. */
    public OutputOptions output() {
        return output;
    }

    /**
     * Shows the changes, asks for them, makes them and tells how each fared.
     *
     * @param execution called once at most, with all the changes
     * @return the command's exit code: 0 when all is as wanted, also when nothing had to change or it was a dry run; 1 when
     *     one failed or the person said no; 2 when nobody could be asked
     * @throws ClusterException when the context forbids changes
     */
    public int carryOut(ConnectionOptions connection, ClusterClient client, List<Change> changes, Execution execution) {
        var session = connection.session();
        var report = new ChangeReport(mixee.commandLine(), session.screen(), output);
        if (session.rails() instanceof Rails.Gather gather) {
            gather.changes().addAll(changes);
            return ExitCode.DONE;
        }
        if (session.rails() instanceof Rails.Agreed agreed) {
            agreed.outcomes().addAll(execution.execute(changes));
            return ExitCode.DONE;
        }
        if (changes.isEmpty()) {
            report.nothing();
            return ExitCode.DONE;
        }
        var guard = Guard.of(
                connection.cluster(), session.contexts(), client.cluster().clusterId());
        if (dryRun) {
            report.planned(guard, changes);
            return ExitCode.DONE;
        }
        guard.refuseWrites("nothing was changed. --dry-run shows what would be.");
        var consent = yes ? consentOfLine(guard) : consentOf(session.person(), guard, changes, report);
        if (consent != Consent.GIVEN) {
            report.untouched(consent, guard);
            return consent == Consent.REFUSED ? ExitCode.FAILED : ExitCode.USAGE;
        }
        var undo = UndoFile.begin(
                session.environment(), mixee.qualifiedName(), guard.clusterId(), connection.words(), changes);
        var outcomes = execute(session, changes, execution, report, undo);
        boolean hasWayBack = undo.isPresent() && undo.get().finish(outcomes);
        return report.done(outcomes, yes, hasWayBack ? undo : Optional.empty());
    }

    private List<Outcome> execute(
            Session session, List<Change> changes, Execution execution, ChangeReport report, Optional<UndoFile> undo) {
        try (var progress = Progress.start(
                        session, mixee.commandLine().getErr(), "Changing", Unit.ITEMS, changes.size())
                .whenInterrupted(report.interrupted(undo))) {
            return execution.execute(changes, progress::add);
        } catch (RuntimeException unfinished) {
            report.unfinished(undo);
            throw unfinished;
        }
    }

    /** Whether the changes may be made. */
    enum Consent {
        GIVEN,
        REFUSED,
        /** Nobody is there, and {@code --yes} is missing. */
        NOBODY_TO_ASK,
        /** {@code --yes} is not enough here. */
        NAME_MISSING
    }

    private Consent consentOfLine(Guard guard) {
        var name = guard.nameToType();
        return name.isEmpty() || name.equals(confirm) ? Consent.GIVEN : Consent.NAME_MISSING;
    }

    private Consent consentOf(Person person, Guard guard, List<Change> changes, ChangeReport report) {
        report.proposed(guard, changes);
        var name = guard.nameToType();
        var these = changes.size() == 1 ? "this change" : "these " + changes.size() + " changes";
        if (name.isPresent()) {
            var typed = person.answer("Type " + name.get() + " to make " + these + ": ");
            return typed.isEmpty()
                    ? Consent.NOBODY_TO_ASK
                    : typed.get().strip().equals(name.get()) ? Consent.GIVEN : Consent.REFUSED;
        }
        var typed = person.answer("Make " + these + "? [y/N] ");
        return typed.isEmpty()
                ? Consent.NOBODY_TO_ASK
                : typed.get().strip().equalsIgnoreCase("y")
                                || typed.get().strip().equalsIgnoreCase("yes")
                        ? Consent.GIVEN
                        : Consent.REFUSED;
    }
}
