package dev.gregor.cli.dropin;

import dev.gregor.protocol.ClusterException;
import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** A failure as Kafka's tools log it to stderr, which scripts search for the exception's name; without the stack trace. */
public final class KafkaLogLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    private KafkaLogLine() {}

    /** Prints {@code [time] WARN message (logger)}. */
    public static void warn(PrintStream err, String message, String logger) {
        err.println("[" + TIME.format(LocalDateTime.now()) + "] WARN " + message + " (" + logger + ")");
    }

    /** Prints {@code [time] ERROR message (logger)}. */
    public static void error(PrintStream err, String message, String logger) {
        err.println("[" + TIME.format(LocalDateTime.now()) + "] ERROR " + message + " (" + logger + ")");
    }

    /** Prints {@code [time] ERROR exception: message}. */
    public static void error(PrintStream err, Exception failure) {
        var type = failure instanceof ClusterException refused
                ? refused.kafkaClassName()
                : failure.getClass().getName();
        err.println("[" + TIME.format(LocalDateTime.now()) + "] ERROR " + type + ": " + failure.getMessage());
    }
}
