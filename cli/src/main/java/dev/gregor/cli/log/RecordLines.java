package dev.gregor.cli.log;

import dev.gregor.cli.record.ByteLine;
import dev.gregor.cli.record.PrintedRecord;
import dev.gregor.cli.record.RecordFormat;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Records as lines for people: offset, time, key, value, headers; by a {@link RecordFormat} if there is one. */
final class RecordLines implements RecordSink {
    private static final String GAP = "  ";
    private static final String NULL = "<null>";

    private final PrintStream out;
    private final Optional<RecordFormat> format;
    private final boolean withPartition;
    private final ByteLine bytes = new ByteLine();
    private long printed;

    RecordLines(PrintStream out, Optional<RecordFormat> format, boolean withPartition) {
        this.out = out;
        this.format = format;
        this.withPartition = withPartition;
    }

    @Override
    public void add(DumpedRecord dumped, Optional<RecordText> decoder) {
        if (format.isEmpty()) {
            out.println(line(dumped, decoder));
        } else if (!dumped.batch().isControlBatch()) {
            bytes.clear();
            format.get().add(new PrintedRecord(dumped.consumed(), ++printed, -1, -1), bytes);
            bytes.writeTo(out);
        }
    }

    private String line(DumpedRecord dumped, Optional<RecordText> decoder) {
        var record = dumped.record();
        var line = new StringBuilder();
        if (withPartition) {
            line.append(dumped.topic()).append('-').append(dumped.partition()).append(GAP);
        }
        line.append(record.offset())
                .append(GAP)
                .append(time(record.timestamp()))
                .append(GAP);
        if (dumped.batch().isControlBatch()) {
            line.append('[').append(ControlRecordText.ofAny(record)).append(']');
        } else if (decoder.isPresent()) {
            var text = decoder.get().of(record);
            text.key().ifPresent(key -> line.append(key).append(GAP));
            line.append(text.value().orElse(""));
        } else {
            line.append(text(record.key())).append(GAP).append(text(record.value()));
            appendHeaders(line, dumped);
        }
        return line.toString();
    }

    private static void appendHeaders(StringBuilder line, DumpedRecord dumped) {
        var separator = GAP + "{";
        for (var header : dumped.record().headers()) {
            line.append(separator).append(header.key()).append('=');
            line.append(header.value() == null ? NULL : new String(header.value(), StandardCharsets.UTF_8));
            separator = ", ";
        }
        line.append(separator.equals(", ") ? "}" : "");
    }

    private static String time(long timestampMs) {
        return timestampMs == RecordBatch.NO_TIMESTAMP
                ? "-"
                : Instant.ofEpochMilli(timestampMs).toString();
    }

    private static String text(@Nullable ByteBuffer bytes) {
        return bytes == null ? NULL : new String(Utils.readBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        out.flush();
    }
}
