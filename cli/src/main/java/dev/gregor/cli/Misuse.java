package dev.gregor.cli;

import java.io.PrintWriter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a line and where its help is. */
final class Misuse {
    private Misuse() {}

    static int report(ParameterException failure, PrintWriter err) {
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        err.println(command + ": " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try '" + command + " --help'.");
        }
        return ExitCode.USAGE;
    }
}
