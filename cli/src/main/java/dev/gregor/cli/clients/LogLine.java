package dev.gregor.cli.clients;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A line as the log configuration of Apache Kafka's tools prints it: {@code [2026-11-24 08:30:00,123] ERROR message (logger)}.
 * Scripts look for some of these, so they keep their form, less the stack trace.
 */
public final class LogLine {
    private LogLine() {}

    /** Prints the message, and the failure on a line of its own. */
    public static void error(PrintStream err, String logger, String message, Throwable failure) {
        err.println(head() + message + " (" + logger + ")");
        err.println(failure);
    }

    /** Prints the message. */
    public static void error(PrintStream err, String logger, String message) {
        err.println(head() + message + " (" + logger + ")");
    }

    private static String head() {
        var now = LocalDateTime.now(ZoneId.systemDefault());
        return "[" + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").format(now) + "] ERROR ";
    }
}
