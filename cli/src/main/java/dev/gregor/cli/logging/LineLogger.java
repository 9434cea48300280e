package dev.gregor.cli.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes {@code [2026-11-24 08:00:00,000] INFO message (logger)}, the shape of Apache Kafka's own log. */
final class LineLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final transient LogTarget target;
    private final Level level;

    LineLogger(String name, LogTarget target) {
        this.name = name;
        this.target = target;
        this.level = target.levelOf(name);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        var line = new StringBuilder(160);
        appendTime(line.append('['), LocalDateTime.now());
        line.append("] ").append(level).append(' ');
        line.append(arguments == null ? message : MessageFormatter.basicArrayFormat(message, arguments));
        line.append(" (").append(name).append(')').append(System.lineSeparator());
        if (failure != null) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            line.append(trace);
        }
        target.stream().print(line);
        target.stream().flush();
    }

    /** By hand: a formatter costs a start thirty classes and a line most of its time. */
    static void appendTime(StringBuilder text, LocalDateTime time) {
        text.append(time.getYear()).append('-');
        appendTwo(text, time.getMonthValue()).append('-');
        appendTwo(text, time.getDayOfMonth()).append(' ');
        appendTwo(text, time.getHour()).append(':');
        appendTwo(text, time.getMinute()).append(':');
        appendTwo(text, time.getSecond()).append(',');
        int millis = time.getNano() / NANOS_PER_MILLI;
        text.append(millis < 100 ? millis < 10 ? "00" : "0" : "").append(millis);
    }

    private static StringBuilder appendTwo(StringBuilder text, int number) {
        return text.append(number < 10 ? "0" : "").append(number);
    }

    private boolean isEnabled(Level level) {
        return level.toInt() >= this.level.toInt();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }
}
