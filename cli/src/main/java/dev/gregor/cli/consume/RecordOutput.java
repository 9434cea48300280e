package dev.gregor.cli.consume;

import dev.gregor.cli.progress.ProgressLine;
import dev.gregor.cli.record.ByteLine;
import dev.gregor.cli.record.PrintedRecord;
import dev.gregor.cli.record.RecordFormat;
import dev.gregor.cli.record.RecordJson;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints records, as many as are wanted. Collects what it prints until {@link #flush}. Thread-safe. */
final class RecordOutput implements RecordSink {
    private static final int OUTPUT_BYTES = 64 * 1024;

    private final PrintStream stdout;
    private final Optional<RecordFormat> format;
    private final RecordJson json = new RecordJson();
    private final ByteLine lines = new ByteLine();
    private final long wanted;
    private final ProgressLine progress;
    private long count;

    /**
     * To this stream.
     *
     * @param format empty for JSON
     * @param wanted how many records to print
     */
    RecordOutput(PrintStream stdout, Optional<RecordFormat> format, long wanted, ProgressLine progress) {
        this.stdout = stdout;
        this.format = format;
        this.wanted = wanted;
        this.progress = progress;
    }

    @Override
    public synchronized boolean accept(ConsumerRecord<byte[], byte[]> record, Span span) {
        if (count >= wanted) {
            return false;
        }
        count++;
        if (format.isPresent()) {
            format.get().add(new PrintedRecord(record, count, span.logStart(), span.logEnd()), lines);
        } else {
            json.add(record, lines);
        }
        if (lines.size() >= OUTPUT_BYTES) {
            write();
        }
        return count < wanted;
    }

    @Override
    public synchronized boolean flush() {
        write();
        return !stdout.checkError();
    }

    private void write() {
        if (lines.size() > 0) {
            progress.aside(() -> {
                lines.writeTo(stdout);
                stdout.flush();
            });
            lines.clear();
        }
    }

    /** How many have been printed. */
    synchronized long count() {
        return count;
    }
}
