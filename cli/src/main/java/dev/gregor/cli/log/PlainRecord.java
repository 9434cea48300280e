package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * A record of a sound batch, read here: kafka-clients' own reader wakes a class that loads a country's number formats, a fifth
 * of the time that a small file takes to dump, and of a compressed batch it reads each byte of a length through four streams.
 */
record PlainRecord(
        long offset,
        int sequence,
        int sizeInBytes,
        long timestamp,
        @Nullable ByteBuffer key,
        @Nullable ByteBuffer value,
        List<Header> headerList)
        implements Record {
    /** All of a batch; empty when it is not of this kind, or when anything is odd about it. */
    static Optional<List<Record>> of(StoredBatch.Complete stored) {
        var batch = stored.batch();
        if (batch.magic() != RecordBatch.MAGIC_VALUE_V2 || !stored.isValid()) {
            return Optional.empty();
        }
        var records = new ArrayList<Record>();
        try {
            var bytes = stored.recordBytes();
            var count = batch.countOrNull();
            if (count == null || count < 0) {
                return Optional.empty();
            }
            for (int i = 0; i < count; i++) {
                int start = bytes.position();
                int length = ByteUtils.readVarint(bytes);
                int end = bytes.position() + length;
                records.add(read(batch, bytes, end - start));
                if (bytes.position() != end) {
                    return Optional.empty();
                }
            }
            return bytes.hasRemaining() ? Optional.empty() : Optional.of(records);
        } catch (IOException | RuntimeException odd) {
            return Optional.empty(); // kafka-clients' reader will say it in its own words
        }
    }

    private static PlainRecord read(MutableRecordBatch batch, ByteBuffer bytes, int size) {
        bytes.get(); // attributes: none so far
        long timestamp = ((DefaultRecordBatch) batch).baseTimestamp() + ByteUtils.readVarlong(bytes);
        int offsetDelta = ByteUtils.readVarint(bytes);
        var key = field(bytes);
        var value = field(bytes);
        int headerCount = ByteUtils.readVarint(bytes);
        if (headerCount > bytes.remaining()) {
            throw new IllegalArgumentException("more headers than bytes");
        }
        var headers = new Header[headerCount];
        for (int i = 0; i < headers.length; i++) {
            var name = field(bytes);
            if (name == null) {
                throw new IllegalArgumentException("a header without a name");
            }
            headers[i] = new RecordHeader(name, field(bytes));
        }
        int baseSequence = batch.baseSequence();
        return new PlainRecord(
                batch.baseOffset() + offsetDelta,
                baseSequence < 0
                        ? RecordBatch.NO_SEQUENCE
                        : DefaultRecordBatch.incrementSequence(baseSequence, offsetDelta),
                size,
                batch.timestampType() == TimestampType.LOG_APPEND_TIME ? batch.maxTimestamp() : timestamp,
                key,
                value,
                List.of(headers));
    }

    private static @Nullable ByteBuffer field(ByteBuffer bytes) {
        int length = ByteUtils.readVarint(bytes);
        if (length < 0) {
            return null;
        }
        var field = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return field;
    }

    @Override
    public void ensureValid() {
        // Its batch is.
    }

    @Override
    public int keySize() {
        return key == null ? -1 : key.remaining();
    }

    @Override
    public boolean hasKey() {
        return key != null;
    }

    @Override
    public @Nullable ByteBuffer key() {
        return key == null ? null : key.duplicate();
    }

    @Override
    public int valueSize() {
        return value == null ? -1 : value.remaining();
    }

    @Override
    public boolean hasValue() {
        return value != null;
    }

    @Override
    public @Nullable ByteBuffer value() {
        return value == null ? null : value.duplicate();
    }

    @Override
    public boolean hasMagic(byte magic) {
        return magic >= RecordBatch.MAGIC_VALUE_V2;
    }

    @Override
    public Header[] headers() {
        return headerList.toArray(EMPTY_HEADERS);
    }

    @Override
    public boolean isCompressed() {
        return false;
    }

    @Override
    public boolean hasTimestampType(TimestampType timestampType) {
        return false;
    }
}
