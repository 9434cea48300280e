package dev.gregor.cli.logging;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.Level;

/**
 * Where lines go and from which level on: the system property {@code gregor.log}, {@code stderr:WARN} without it.
 *
 * <p>It names a stream and its level, then, if wanted, the levels of loggers whose names begin with something: {@code
 * stdout:INFO,org.apache.kafka:WARN}. The longest beginning counts.
 */
record LogTarget(boolean toStdout, Level level, List<Exemption> exemptions) {
    private static final String PROPERTY = "gregor.log";

    /**
     * A level of some loggers.
     *
     * @param prefix what their names begin with
     */
    record Exemption(String prefix, Level level) {}

    /** The stream as it is now: a test or an embedding program may have put another in its place. */
    PrintStream stream() {
        return toStdout ? System.out : System.err;
    }

    /** The level from which this logger's lines are written. */
    Level levelOf(String logger) {
        var chosen = level;
        int longest = -1;
        for (var exemption : exemptions) {
            if (logger.startsWith(exemption.prefix) && exemption.prefix.length() > longest) {
                longest = exemption.prefix.length();
                chosen = exemption.level;
            }
        }
        return chosen;
    }

    static LogTarget fromProperty() {
        return of(System.getProperty(PROPERTY, "stderr:WARN"));
    }

    static LogTarget of(String text) {
        var exemptions = new ArrayList<Exemption>();
        int start = text.indexOf(',') + 1;
        while (start > 0) {
            int comma = text.indexOf(',', start);
            var word = text.substring(start, comma < 0 ? text.length() : comma);
            int colon = Math.max(word.indexOf(':'), 0);
            exemptions.add(new Exemption(word.substring(0, colon), levelNamed(word.substring(colon + 1), text)));
            start = comma + 1;
        }
        int comma = text.indexOf(',');
        var first = comma < 0 ? text : text.substring(0, comma);
        return new LogTarget(
                first.startsWith("stdout"),
                levelNamed(first.substring(first.indexOf(':') + 1), text),
                List.copyOf(exemptions));
    }

    private static Level levelNamed(String name, String text) {
        try {
            return Level.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            System.err.println("gregor.log=" + text + ": there is no level " + name + "; taking WARN.");
            return Level.WARN;
        }
    }
}
