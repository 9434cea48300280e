package dev.gregor.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** {@code bin/gregor}: nouns and verbs, parsed by picocli. */
public final class GregorProgram implements Program {
    @Override
    public int run(Streams streams, String[] arguments) {
        try (var session = Session.ofProcess()) {
            return run(session, streams, arguments);
        }
    }

    /** Every command, as a model for help and completion. */
    public static CommandLine commands(Session session) {
        return CommandTree.whole(session);
    }

    /** Runs one line of a session, without {@code gregor} itself. */
    public static int run(Session session, Streams streams, String[] arguments) {
        session.through(streams);
        var root = CommandTree.forLine(arguments, session);
        var out = new PrintWriter(streams.out());
        var err = new PrintWriter(streams.err(), true);
        // A word that starts with @ is an offset by time, never a file of words.
        root.setOut(out).setErr(err).setExpandAtFiles(false);
        root.setParameterExceptionHandler((failure, line) -> Misuse.report(failure, err));
        root.setExecutionExceptionHandler((failure, command, parsed) -> Failure.report(
                streams.err(), command.getCommandSpec().qualifiedName(), failure, Failure.wantsMore(arguments)));
        if (arguments.length == 0) {
            root.usage(err);
            return ExitCode.USAGE;
        }
        int exitCode = root.execute(arguments);
        out.flush();
        return exitCode;
    }
}
