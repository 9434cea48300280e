package dev.gregor.cli;

import java.io.PrintWriter;

/** {@code bin/gregor}: nouns and verbs, parsed by picocli. */
final class GregorProgram implements Program {
    @Override
    public int run(Streams streams, String[] arguments) {
        var root = CommandTree.forLine(arguments);
        var out = new PrintWriter(streams.out());
        var err = new PrintWriter(streams.err(), true);
        root.setOut(out).setErr(err);
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
