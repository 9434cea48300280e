package dev.gregor.cli.log;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Utils;

/** Records as lines for people: offset, time, key, value, headers; by a {@link RecordFormat} if there is one. */
final class RecordLines implements RecordSink {
    private static final String GAP = "  ";
    private static final String NULL = "<null>";

    private final PrintWriter out;
    private final Optional<RecordFormat> format;
    private final boolean withPartition;

    RecordLines(PrintWriter out, Optional<RecordFormat> format, boolean withPartition) {
        this.out = out;
        this.format = format;
        this.withPartition = withPartition;
    }

    @Override
    public void add(DumpedRecord dumped, Optional<RecordText> decoder) {
        if (format.isPresent()) {
            if (!dumped.batch().isControlBatch()) {
                out.print(format.get().line(dumped));
            }
            return;
        }
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
            line.append('[').append(ControlRecordText.of(record)).append(']');
        } else if (decoder.isPresent()) {
            var text = decoder.get().of(record);
            text.key().ifPresent(key -> line.append(key).append(GAP));
            line.append(text.value().orElse(""));
        } else {
            line.append(text(record.key())).append(GAP).append(text(record.value()));
            if (record.headers().length > 0) {
                line.append(GAP)
                        .append('{')
                        .append(RecordFormat.headers(record.headers()))
                        .append('}');
            }
        }
        out.println(line);
    }

    private static String time(long timestampMs) {
        return timestampMs == RecordBatch.NO_TIMESTAMP
                ? "-"
                : Instant.ofEpochMilli(timestampMs).toString();
    }

    private static String text(ByteBuffer bytes) {
        return bytes == null ? NULL : new String(Utils.readBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        out.flush();
    }
}
