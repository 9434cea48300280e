package dev.gregor.cli;

import dev.gregor.protocol.ClusterUnreachableException;
import java.io.PrintStream;

/** Says in one line what failed, and picks the exit code; the stack trace comes with {@code --verbose}. */
final class Failure {
    private Failure() {}

    static boolean wantsMore(String[] arguments) {
        for (var argument : arguments) {
            if (argument.equals("--verbose")) {
                return true;
            }
        }
        return false;
    }

    /** @return the exit code of {@code gregor} for this failure */
    static int report(PrintStream err, String name, Throwable failure, boolean verbose) {
        err.println(name + ": " + FailureText.of(failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        return failure instanceof ClusterUnreachableException ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }
}
