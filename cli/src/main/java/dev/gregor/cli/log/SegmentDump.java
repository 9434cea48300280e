package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.record.internal.AbstractLegacyRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;

/** One {@code .log} or {@code .checkpoint} as {@code kafka-dump-log.sh} prints it: a line for each batch, and for each record. */
final class SegmentDump {
    private static final String RECORD_INDENT = "|";
    private static final String BOOTSTRAP_SNAPSHOT = "bootstrap.checkpoint";
    /** A snapshot's name: twenty digits of offset, a dash, ten of epoch. */
    private static final int OFFSET_DIGITS = 20;

    private static final int EPOCH_DIGITS = 10;

    /**
     * How the records are printed.
     *
     * @param contents whether with their keys and values
     * @param records  whether they are printed at all
     * @param text     what keys and values are printed as
     * @param metadata whether with all but these
     * @param maxBytes how far into the file
     */
    record Settings(boolean contents, boolean records, RecordText text, boolean metadata, int maxBytes) {}

    private final PrintStream out;
    private final File file;
    private final Settings settings;
    private final Map<Long, Long> gaps = new TreeMap<>();
    private long lastOffset = -1;

    SegmentDump(PrintStream out, File file, Settings settings) {
        this.out = out;
        this.file = file;
        this.settings = settings;
    }

    /** Prints the file; returns what offset stands where the one after another was due: the latter by the former. */
    Map<Long, Long> print() throws IOException {
        out.println(heading());
        long position = settings.maxBytes() == Integer.MAX_VALUE ? printReadable() : 0;
        if (position >= 0) {
            printRest((int) position);
        }
        return gaps;
    }

    /** Prints batches up to the file's end, -1, or to the first one of an old format or that cannot be read: its position. */
    private long printReadable() throws IOException {
        try (var reader = SegmentReader.open(file.toPath())) {
            if (reader.sizeBytes() > Integer.MAX_VALUE) {
                return 0;
            }
            while (true) {
                var stored = reader.next();
                if (stored instanceof StoredBatch.End) {
                    return -1;
                }
                if (!(stored instanceof StoredBatch.Complete readable)
                        || readable.batch().magic() < RecordBatch.MAGIC_VALUE_V2) {
                    return stored.position();
                }
                print(readable.batch(), readable.position());
                if (settings.records()) {
                    var plain = PlainRecord.of(readable);
                    print(readable.batch(), plain.isPresent() ? plain.get() : readable.batch());
                }
            }
        }
    }

    /** With kafka-clients' own reader of files, which ends as Apache Kafka's tool does at what it cannot read. */
    private void printRest(int from) throws IOException {
        var whole = FileRecords.open(file, false);
        try {
            var records = whole.slice(0, settings.maxBytes());
            long position = from;
            for (var batch : records.batchesFrom(from)) {
                print(batch, position);
                if (settings.records()) {
                    print(batch, batch);
                }
                position += batch.sizeInBytes();
            }
            long trailing = records.sizeInBytes() - position;
            if (trailing > 0 && settings.maxBytes() == Integer.MAX_VALUE) {
                out.println("Found " + trailing + " invalid bytes at the end of " + file.getName());
            }
        } finally {
            whole.closeHandlers(); // close() would trim the file
        }
    }

    private void print(RecordBatch batch, Iterable<Record> records) {
        for (var record : records) {
            print(batch, record);
        }
    }

    private String heading() {
        var name = file.getName();
        if (name.endsWith(".log")) {
            return "Log starting offset: " + SegmentFiles.baseOffset(file);
        }
        if (name.equals(BOOTSTRAP_SNAPSHOT)) {
            return "KRaft bootstrap snapshot";
        }
        int epoch = OFFSET_DIGITS + 1;
        return "Snapshot end offset: " + Long.parseLong(name.substring(0, OFFSET_DIGITS)) + ", epoch: "
                + Integer.parseInt(name.substring(epoch, epoch + EPOCH_DIGITS));
    }

    /** In pieces, as all that follows: of a line that fails half way, Apache Kafka's tool has printed the first half. */
    private void print(RecordBatch batch, long position) {
        var line = new StringBuilder();
        if (batch.magic() >= RecordBatch.MAGIC_VALUE_V2) {
            line.append("baseOffset: ").append(batch.baseOffset());
            line.append(" lastOffset: ").append(batch.lastOffset());
            line.append(" count: ").append(batch.countOrNull());
            line.append(" baseSequence: ").append(batch.baseSequence());
            line.append(" lastSequence: ").append(batch.lastSequence());
            line.append(" producerId: ").append(batch.producerId());
            line.append(" producerEpoch: ").append(batch.producerEpoch());
            line.append(" partitionLeaderEpoch: ").append(batch.partitionLeaderEpoch());
            line.append(" isTransactional: ").append(batch.isTransactional());
            line.append(" isControl: ").append(batch.isControlBatch());
            line.append(" deleteHorizonMs: ").append(batch.deleteHorizonMs());
        } else {
            line.append("offset: ").append(batch.lastOffset());
        }
        out.print(line);
        line.setLength(0);
        line.append(" position: ").append(position);
        line.append(' ').append(batch.timestampType()).append(": ").append(batch.maxTimestamp());
        line.append(" size: ").append(batch.sizeInBytes());
        line.append(" magic: ").append(batch.magic());
        line.append(" compresscodec: ").append(batch.compressionType().name);
        line.append(" crc: ").append(batch.checksum());
        line.append(" isvalid: ").append(batch.isValid());
        out.println(line);
    }

    private void print(RecordBatch batch, Record record) {
        if (record.offset() != lastOffset + 1) {
            gaps.put(lastOffset, record.offset());
        }
        lastOffset = record.offset();
        if (settings.metadata()) {
            out.print(metadata(batch, record));
            if (batch.isControlBatch()) {
                out.print(" " + ControlRecordText.of(record));
            }
        }
        if (settings.contents() && !batch.isControlBatch()) {
            printContents(record);
        }
        out.println();
    }

    private void printContents(Record record) {
        var text = settings.text().of(record);
        var prefix = settings.metadata() ? " " : RECORD_INDENT + " ";
        if (text.key().isPresent()) {
            out.print(prefix + "key: " + text.key().get());
            prefix = " ";
        }
        if (text.value().isPresent()) {
            out.print(prefix + "payload: " + text.value().get());
        }
    }

    private static String metadata(RecordBatch batch, Record record) {
        var line = new StringBuilder(RECORD_INDENT);
        line.append(" offset: ").append(record.offset());
        line.append(' ').append(batch.timestampType()).append(": ").append(record.timestamp());
        line.append(" keySize: ").append(record.keySize());
        line.append(" valueSize: ").append(record.valueSize());
        if (batch.magic() >= RecordBatch.MAGIC_VALUE_V2) {
            line.append(" sequence: ").append(record.sequence()).append(" headerKeys: [");
            var comma = "";
            for (var header : record.headers()) {
                line.append(comma).append(header.key());
                comma = ",";
            }
            line.append(']');
        }
        if (record instanceof AbstractLegacyRecordBatch legacy) {
            line.append(" isValid: ").append(legacy.isValid()).append(" crc: ").append(legacy.checksum());
        }
        return line.toString();
    }
}
