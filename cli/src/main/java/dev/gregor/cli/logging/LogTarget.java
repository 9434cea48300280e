package dev.gregor.cli.logging;

import java.io.PrintStream;
import java.util.Locale;
import org.slf4j.event.Level;

/**
 * Where lines go and from which level on: the system property {@code gregor.log}, as in {@code stdout:INFO} (a broker's);
 * {@code stderr:WARN} without it.
 */
record LogTarget(boolean toStdout, Level level) {
    private static final String PROPERTY = "gregor.log";

    /** The stream as it is now: a test or an embedding program may have put another in its place. */
    PrintStream stream() {
        return toStdout ? System.out : System.err;
    }

    static LogTarget fromProperty() {
        var text = System.getProperty(PROPERTY, "stderr:WARN");
        int colon = text.indexOf(':');
        boolean toStdout = text.startsWith("stdout");
        try {
            return new LogTarget(
                    toStdout, Level.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            System.err.println("gregor.log=" + text + " names no level; taking WARN.");
            return new LogTarget(toStdout, Level.WARN);
        }
    }
}
