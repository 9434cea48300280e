package dev.gregor.cli.logging;

import java.io.PrintStream;
import java.util.Locale;
import org.slf4j.event.Level;

/**
 * Where lines go and from which level on: the system property {@code gregor.log}, as in {@code stdout:INFO} (a broker's);
 * {@code stderr:WARN} without it.
 */
record LogTarget(PrintStream stream, Level level) {
    private static final String PROPERTY = "gregor.log";

    static LogTarget fromProperty() {
        var text = System.getProperty(PROPERTY, "stderr:WARN");
        int colon = text.indexOf(':');
        var stream = text.startsWith("stdout") ? System.out : System.err;
        try {
            return new LogTarget(stream, Level.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            System.err.println("gregor.log=" + text + " names no level; taking WARN.");
            return new LogTarget(stream, Level.WARN);
        }
    }
}
