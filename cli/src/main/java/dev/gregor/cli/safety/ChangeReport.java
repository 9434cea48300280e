package dev.gregor.cli.safety;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.output.Table;
import dev.gregor.cli.output.Tone;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** What is said about changes: what a machine may read goes to stdout, talk with a person to stderr. */
final class ChangeReport {
    private final CommandLine line;
    private final Screen screen;
    private final PrintWriter out;
    private final PrintWriter err;
    private final String command;
    private final OutputOptions output;

    ChangeReport(CommandLine line, Screen screen, OutputOptions output) {
        this.line = line;
        this.screen = screen;
        this.out = line.getOut();
        this.err = line.getErr();
        this.command = line.getCommandSpec().qualifiedName();
        this.output = output;
    }

    void nothing() {
        if (output.isTable()) {
            err.println("Nothing to change.");
        } else {
            output.print(line, screen, out, List.of());
        }
    }

    void planned(Guard guard, List<Change> changes) {
        output.print(line, screen, out, rows(changes, "planned"));
        err.println("Nothing was changed on " + guard.clusterText() + ".");
    }

    void proposed(Guard guard, List<Change> changes) {
        out.flush();
        err.println("On " + guard.clusterText() + ":");
        Table.print(err, rows(changes, "planned"), screen);
        var lost = new ArrayList<String>();
        for (var change : changes) {
            if (!change.isUndoable()) {
                lost.add(change.what());
            }
        }
        if (lost.size() == changes.size()) {
            err.println("There is no way back.");
        } else if (!lost.isEmpty()) {
            err.println("There is no way back for " + String.join(", ", lost) + ".");
        }
        err.flush();
    }

    void untouched(ChangeOptions.Consent consent, Guard guard) {
        var name = guard.nameToType();
        err.println(command + ": nothing was changed"
                + switch (consent) {
                    case NOBODY_TO_ASK ->
                        ": nobody is there to ask. Add --yes" + (name.isPresent() ? " --confirm " + name.get() : "")
                                + ", or --dry-run to look only.";
                    case NAME_MISSING -> ": the context is protected. Add --confirm " + name.orElse("") + ".";
                    case REFUSED, GIVEN -> ".";
                });
    }

    /** @param told whether the person has not seen the changes yet */
    int done(List<Outcome> outcomes, boolean told, Optional<UndoFile> undo) {
        int failed = 0;
        for (var outcome : outcomes) {
            failed += outcome.isFailed() ? 1 : 0;
        }
        if (told || failed > 0 || !output.isTable()) {
            output.print(line, screen, out, resultRows(outcomes, failed > 0 && !screen.isTerminal()));
        } else {
            out.println("Done.");
        }
        out.flush();
        if (failed > 0) {
            if (screen.isTerminal() && output.isTable()) {
                errors(outcomes);
            }
            err.println(command + ": " + failed + " of " + outcomes.size() + " failed.");
        }
        undo.ifPresent(file -> err.println("To take it back: gregor undo " + file.path()));
        return failed > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** In full: a column as narrow as a terminal leaves it would cut them. */
    private void errors(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            outcome.error().ifPresent(error -> err.println(outcome.change().what() + ": " + error));
        }
    }

    /** What is said when the process is told to end before the changes are made. */
    String interrupted(Optional<UndoFile> undo) {
        return command + ": interrupted on the way. "
                + undo.map(ChangeReport::wayBack).orElse("What was made stays.");
    }

    /** Before the failure itself is told. */
    void unfinished(Optional<UndoFile> undo) {
        undo.ifPresent(file -> err.println(command + ": it is not known how far it came. " + wayBack(file)));
    }

    private static String wayBack(UndoFile undo) {
        return "To take back what was made: gregor undo " + undo.path();
    }

    private static List<Row> rows(List<Change> changes, String result) {
        var rows = new ArrayList<Row>();
        for (var change : changes) {
            rows.add(row(change).withDetail("result", result).withDetail("error", ""));
        }
        return rows;
    }

    private static List<Row> resultRows(List<Outcome> outcomes, boolean withErrors) {
        var rows = new ArrayList<Row>();
        for (var outcome : outcomes) {
            var row = row(outcome.change())
                    .with("result", outcome.isFailed() ? "failed" : "done", outcome.isFailed() ? Tone.BAD : Tone.GOOD);
            var error = outcome.error().orElse("");
            rows.add(withErrors ? row.with("error", error) : row.withDetail("error", error));
        }
        return rows;
    }

    private static Row row(Change change) {
        return new Row().with("what", change.what()).with("from", change.from()).with("to", change.to());
    }
}
