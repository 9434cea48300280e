package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
    private static final String LINE_END = System.lineSeparator();
    /** So much text is collected before it is printed: a segment has millions of lines, of several pieces each. */
    private static final int CHUNK = 16 * 1024;

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
    /** What is to be printed next. */
    private final StringBuilder text = new StringBuilder();
    /** How much of it makes whole pieces. Apache Kafka's tool prints a line in pieces: of one that fails half way, those before. */
    private int wholePieces;

    private boolean isRead = true;
    private long lastOffset = -1;

    SegmentDump(PrintStream out, File file, Settings settings) {
        this.out = out;
        this.file = file;
        this.settings = settings;
    }

    /** Prints the file; returns what offset stands where the one after another was due: the latter by the former. */
    Map<Long, Long> print() throws IOException {
        try {
            text.append(heading()).append(LINE_END);
            endPiece();
            long position = settings.maxBytes() == Integer.MAX_VALUE ? printReadable() : 0;
            if (position >= 0) {
                printRest((int) position);
            }
            return gaps;
        } finally {
            text.setLength(wholePieces);
            flush();
        }
    }

    private void endPiece() {
        wholePieces = text.length();
        if (wholePieces >= CHUNK) {
            flush();
        }
    }

    private void flush() {
        out.append(text);
        text.setLength(0);
        wholePieces = 0;
        isRead = !out.checkError();
    }

    /**
     * Prints batches up to the first one of an old format, or that cannot be read; returns its position, or -1 at the file's
     * end or where nobody reads on.
     */
    private long printReadable() throws IOException {
        try (var reader = SegmentReader.open(file.toPath())) {
            if (reader.sizeBytes() > Integer.MAX_VALUE) {
                return 0;
            }
            while (isRead) {
                var stored = reader.next();
                if (stored instanceof StoredBatch.End) {
                    return -1;
                }
                if (!(stored instanceof StoredBatch.Complete readable)
                        || readable.batch().magic() < RecordBatch.MAGIC_VALUE_V2) {
                    return stored.position();
                }
                add(readable.batch(), readable.position(), readable::isValid);
                if (settings.records()) {
                    var plain = PlainRecord.of(readable);
                    add(readable.batch(), plain.isPresent() ? plain.get() : readable.batch());
                }
            }
            return -1;
        }
    }

    /** With kafka-clients' own reader of files, which ends as Apache Kafka's tool does at what it cannot read. */
    private void printRest(int from) throws IOException {
        var whole = FileRecords.open(file, false);
        try {
            var records = whole.slice(0, settings.maxBytes());
            long position = from;
            for (var batch : records.batchesFrom(from)) {
                add(batch, position, batch::isValid);
                if (settings.records()) {
                    add(batch, batch);
                }
                position += batch.sizeInBytes();
                if (!isRead) {
                    return;
                }
            }
            long trailing = records.sizeInBytes() - position;
            if (trailing > 0 && settings.maxBytes() == Integer.MAX_VALUE) {
                text.append("Found ").append(trailing).append(" invalid bytes at the end of ");
                text.append(file.getName()).append(LINE_END);
                endPiece();
            }
        } finally {
            whole.closeHandlers(); // close() would trim the file
        }
    }

    private void add(RecordBatch batch, Iterable<Record> records) {
        for (var record : records) {
            add(batch, record);
            if (!isRead) {
                return;
            }
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

    private void add(RecordBatch batch, long position, BooleanSupplier valid) {
        if (batch.magic() >= RecordBatch.MAGIC_VALUE_V2) {
            text.append("baseOffset: ").append(batch.baseOffset());
            text.append(" lastOffset: ").append(batch.lastOffset());
            text.append(" count: ").append(batch.countOrNull());
            text.append(" baseSequence: ").append(batch.baseSequence());
            text.append(" lastSequence: ").append(batch.lastSequence());
            text.append(" producerId: ").append(batch.producerId());
            text.append(" producerEpoch: ").append(batch.producerEpoch());
            text.append(" partitionLeaderEpoch: ").append(batch.partitionLeaderEpoch());
            text.append(" isTransactional: ").append(batch.isTransactional());
            text.append(" isControl: ").append(batch.isControlBatch());
            text.append(" deleteHorizonMs: ").append(batch.deleteHorizonMs());
        } else {
            text.append("offset: ").append(batch.lastOffset());
        }
        endPiece();
        text.append(" position: ").append(position);
        text.append(' ').append(batch.timestampType()).append(": ").append(batch.maxTimestamp());
        text.append(" size: ").append(batch.sizeInBytes());
        text.append(" magic: ").append(batch.magic());
        text.append(" compresscodec: ").append(batch.compressionType().name);
        text.append(" crc: ").append(batch.checksum());
        text.append(" isvalid: ").append(valid.getAsBoolean());
        text.append(LINE_END);
        endPiece();
    }

    private void add(RecordBatch batch, Record record) {
        if (record.offset() != lastOffset + 1) {
            gaps.put(lastOffset, record.offset());
        }
        lastOffset = record.offset();
        if (settings.metadata()) {
            addMetadata(batch, record);
            endPiece();
            if (batch.isControlBatch()) {
                text.append(' ').append(ControlRecordText.of(record));
                endPiece();
            }
        }
        if (settings.contents() && !batch.isControlBatch()) {
            addContents(record);
        }
        text.append(LINE_END);
        endPiece();
    }

    private void addContents(Record record) {
        var contents = settings.text().of(record);
        var prefix = settings.metadata() ? " " : RECORD_INDENT + " ";
        if (contents.key().isPresent()) {
            text.append(prefix).append("key: ").append(contents.key().get());
            prefix = " ";
            endPiece();
        }
        if (contents.value().isPresent()) {
            text.append(prefix).append("payload: ").append(contents.value().get());
        }
    }

    private void addMetadata(RecordBatch batch, Record record) {
        text.append(RECORD_INDENT).append(" offset: ").append(record.offset());
        text.append(' ').append(batch.timestampType()).append(": ").append(record.timestamp());
        text.append(" keySize: ").append(record.keySize());
        text.append(" valueSize: ").append(record.valueSize());
        if (batch.magic() >= RecordBatch.MAGIC_VALUE_V2) {
            text.append(" sequence: ").append(record.sequence()).append(" headerKeys: [");
            var comma = "";
            for (var header : record.headers()) {
                text.append(comma).append(header.key());
                comma = ",";
            }
            text.append(']');
        }
        if (record instanceof AbstractLegacyRecordBatch legacy) {
            text.append(" isValid: ").append(legacy.isValid()).append(" crc: ").append(legacy.checksum());
        }
    }
}
