package dev.gregor.broker.storage;

import dev.gregor.broker.storage.AppendResult.RecordError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of an uncompressed batch in place, without making objects of them: their structure, their keys where the
 * topic is compacted, their timestamps. Owned by the log's present writer.
 */
final class RecordWalk {
    private final List<RecordError> errors = new ArrayList<>(0);
    private int at;
    private int end;
    private long maxTimestamp;
    private boolean timestampRefused;

    /** @return the largest timestamp of the records walked last */
    long maxTimestamp() {
        return maxTimestamp;
    }

    /**
     * @param nowMs the broker's time, to which the range of timestamps relates
     * @return why the batch must be refused, or null
     */
    AppendResult.@Nullable Rejected check(
            ByteBuffer buffer, int start, LogSettings settings, long nowMs, long logStartOffset, String partition) {
        short attributes = BatchFormat.attributes(buffer, start);
        int count = buffer.getInt(start + BatchFormat.RECORD_COUNT);
        long baseTimestamp = buffer.getLong(start + BatchFormat.BASE_TIMESTAMP);
        boolean appendTime = BatchFormat.isLogAppendTime(attributes);
        long batchTimestamp = buffer.getLong(start + BatchFormat.MAX_TIMESTAMP);
        boolean createTime = settings.timestampType() == TimestampType.CREATE_TIME;
        at = start + BatchFormat.RECORDS;
        end = start + BatchFormat.sizeInBytes(buffer, start);
        maxTimestamp = BatchFormat.NO_TIMESTAMP;
        timestampRefused = false;
        errors.clear();
        try {
            for (int i = 0; i < count; i++) {
                int bodyBytes = varint(buffer);
                int next = at + bodyBytes;
                if (bodyBytes < 0 || next > end || next < at) {
                    return malformed(
                            "Invalid record size: expected " + bodyBytes
                                    + " bytes in record payload, but the record payload has " + (end - at) + " bytes",
                            logStartOffset);
                }
                at++;
                long timestamp = baseTimestamp + varlong(buffer);
                timestamp = appendTime ? batchTimestamp : timestamp;
                varint(buffer);
                boolean hasKey = skipBytes(buffer);
                skipBytes(buffer);
                skipHeaders(buffer);
                if (at != next) {
                    return malformed(
                            "Invalid record size: expected to read " + bodyBytes
                                    + " bytes in record payload, but instead read " + (at - next + bodyBytes),
                            logStartOffset);
                }
                maxTimestamp = Math.max(maxTimestamp, timestamp);
                if (settings.compacts() && !hasKey) {
                    errors.add(new RecordError(
                            i, "Compacted topic cannot accept message without key in topic partition " + partition));
                } else if (createTime && timestamp != BatchFormat.NO_TIMESTAMP) {
                    checkTimestamp(i, timestamp, settings, nowMs, BatchFormat.baseOffset(buffer, start) + i);
                } else if (appendTime) {
                    refuseAppendTime(i);
                }
            }
        } catch (IndexOutOfBoundsException | MalformedRecordException e) {
            return malformed("Found invalid record structure", logStartOffset);
        }
        if (at != end) {
            return malformed("Incorrect declared batch size, records still remaining in file", logStartOffset);
        }
        return refusal(errors, timestampRefused, logStartOffset);
    }

    private void checkTimestamp(int index, long timestamp, LogSettings settings, long nowMs, long offset) {
        if (isOutOfRange(timestamp, settings, nowMs)) {
            timestampRefused = true;
            errors.add(new RecordError(index, outOfRange(timestamp, settings, nowMs, offset)));
        }
    }

    private void refuseAppendTime(int index) {
        timestampRefused = true;
        errors.add(new RecordError(
                index, "Invalid timestamp type in message. Producer should not set timestamp type to LogAppendTime."));
    }

    static boolean isOutOfRange(long timestamp, LogSettings settings, long nowMs) {
        long age = nowMs - timestamp;
        return age > settings.timestampBeforeMaxMs() || -age > settings.timestampAfterMaxMs();
    }

    static String outOfRange(long timestamp, LogSettings settings, long nowMs, long offset) {
        return "Timestamp " + timestamp + " of message with offset " + offset
                + " is out of range. The timestamp should be within [" + (nowMs - settings.timestampBeforeMaxMs())
                + ", "
                + (nowMs + settings.timestampAfterMaxMs()) + "]";
    }

    /** The refusal of a batch some of whose records are wrong (KIP-467), or null if none is. */
    static AppendResult.@Nullable Rejected refusal(
            List<RecordError> errors, boolean timestampRefused, long logStartOffset) {
        if (errors.isEmpty()) {
            return null;
        }
        var rows = List.copyOf(errors);
        return timestampRefused
                ? new AppendResult.Rejected(
                        Errors.INVALID_TIMESTAMP,
                        "One or more records have been rejected due to invalid timestamp",
                        rows,
                        logStartOffset)
                : new AppendResult.Rejected(
                        Errors.INVALID_RECORD,
                        "One or more records have been rejected due to " + rows.size()
                                + " record errors in total, and only showing the first three errors at most: "
                                + rows.subList(0, Math.min(rows.size(), 3)),
                        rows,
                        logStartOffset);
    }

    private static AppendResult.Rejected malformed(String message, long logStartOffset) {
        return new AppendResult.Rejected(Errors.INVALID_RECORD, message, List.of(), logStartOffset);
    }

    /** @return whether there are bytes, not null */
    private boolean skipBytes(ByteBuffer buffer) {
        int length = varint(buffer);
        if (length < 0) {
            return false;
        }
        skip(length);
        return true;
    }

    private void skipHeaders(ByteBuffer buffer) {
        int headers = varint(buffer);
        if (headers < 0) {
            throw new MalformedRecordException();
        }
        for (int i = 0; i < headers; i++) {
            int keyLength = varint(buffer);
            if (keyLength < 0) {
                throw new MalformedRecordException();
            }
            skip(keyLength);
            skipBytes(buffer);
        }
    }

    private void skip(int bytes) {
        if (bytes > end - at) {
            throw new MalformedRecordException();
        }
        at += bytes;
    }

    private int varint(ByteBuffer buffer) {
        byte first = buffer.get(at++);
        int value = first & 0x7f;
        if (first < 0) {
            value |= moreOfVarint(buffer);
        }
        return (value >>> 1) ^ -(value & 1);
    }

    private int moreOfVarint(ByteBuffer buffer) {
        int value = 0;
        for (int shift = 7; shift < 35; shift += 7) {
            byte next = buffer.get(at++);
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedRecordException();
    }

    private long varlong(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = buffer.get(at++);
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new MalformedRecordException();
    }

    private static final class MalformedRecordException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedRecordException() {
            super(null, null, false, false);
        }
    }
}
