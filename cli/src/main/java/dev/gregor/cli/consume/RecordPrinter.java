package dev.gregor.cli.consume;

import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.LogLine;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The loop of both console consumers. Output is collected and goes out whenever the next record would have to be waited for, so
 * that a person sees each record at once and a pipe gets few large writes. Owned by the main thread.
 */
final class RecordPrinter implements AutoCloseable {
    private static final int OUTPUT_BYTES = 64 * 1024;

    private final RecordSource source;
    private final MessageFormatter formatter;
    private final PrintStream stdout;
    private final PrintStream out;
    private final PrintStream err;
    private final Limits limits;
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
    /** Printed into a buffer, in order; nobody has them yet. */
    private final List<ConsumerRecord<byte[], byte[]>> unseen = new ArrayList<>();

    private int count;

    /**
     * When to stop, and what to do with a record that cannot be printed.
     *
     * @param timeoutMs   stop when none came for so long
     * @param whenPassedOver what a bad record is passed over with; empty to stop at it
     * @param logger      in whose name failures are logged
     */
    record Limits(long timeoutMs, String whenPassedOver, String logger) {}

    RecordPrinter(RecordSource source, MessageFormatter formatter, Streams streams, Limits limits) {
        this.source = source;
        this.formatter = formatter;
        this.stdout = streams.out();
        this.out =
                new PrintStream(new BufferedOutputStream(streams.out(), OUTPUT_BYTES), false, Charset.defaultCharset());
        this.err = streams.err();
        this.limits = limits;
    }

    /**
     * Prints records until there is nothing more to do; throws what the formatter throws, unless such records are passed over.
     *
     * @param maxMessages how many records to print; -1 for all that come
     */
    void run(int maxMessages) {
        while (maxMessages == -1 || count < maxMessages) {
            if (!fetched.hasNext() && !fetch()) {
                return;
            }
            var record = fetched.next();
            count++;
            try {
                formatter.writeTo(source.asPrinted(record), out);
                unseen.add(record);
            } catch (RuntimeException | Error e) {
                if (limits.whenPassedOver().isEmpty()) {
                    throw e;
                }
                LogLine.error(
                        err,
                        limits.logger(),
                        "Error processing message, " + limits.whenPassedOver() + " this message: ",
                        e);
                source.passedOver(record);
            }
        }
    }

    /** Returns false when it is time to end: nobody reads, nothing came in time, or a failure, which has been reported. */
    private boolean fetch() {
        if (!flush()) {
            err.println("Unable to write to standard out, closing consumer.");
            return false;
        }
        try {
            long timeoutMs = limits.timeoutMs();
            long startedNanos = System.nanoTime();
            while (!fetched.hasNext()) {
                fetched = source.poll(Duration.ofMillis(timeoutMs));
                if (!fetched.hasNext() && (System.nanoTime() - startedNanos) / 1_000_000 >= timeoutMs) {
                    throw new TimeoutException();
                }
            }
            return true;
        } catch (WakeupException stopped) {
            return false;
        } catch (RuntimeException e) {
            LogLine.error(err, limits.logger(), "Error processing message, terminating consumer process: ", e);
            return false;
        }
    }

    /** Only what has gone out has been printed. */
    private boolean flush() {
        out.flush();
        if (stdout.checkError()) {
            return false;
        }
        unseen.forEach(source::printed);
        unseen.clear();
        return true;
    }

    /** Leaves the group, with the offsets of what has been printed, and says how much that was. */
    @Override
    public void close() {
        flush();
        while (fetched.hasNext()) {
            unseen.add(fetched.next());
        }
        source.close(unseen.iterator());
        formatter.close();
        out.flush();
        err.println("Processed a total of " + count + " messages");
    }
}
