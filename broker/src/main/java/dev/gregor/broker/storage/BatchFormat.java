package dev.gregor.broker.storage;

import java.nio.ByteBuffer;

/**
 * Where the fields of a record batch lie, from the batch's first byte on (protocol guide: Record Batch). Batches of magic 0
 * and 1, which adopted directories may hold, share the first 17 bytes; their first field is the last offset.
 */
final class BatchFormat {
    static final int BASE_OFFSET = 0;
    static final int LENGTH = 8;
    /** What the length field does not count: base offset and itself. */
    static final int LOG_OVERHEAD = 12;

    static final int LEADER_EPOCH = 12;
    static final int MAGIC = 16;
    static final int BYTES_UP_TO_MAGIC = 17;
    static final int CRC = 17;
    static final int ATTRIBUTES = 21;
    static final int LAST_OFFSET_DELTA = 23;
    static final int BASE_TIMESTAMP = 27;
    static final int MAX_TIMESTAMP = 35;
    static final int PRODUCER_ID = 43;
    static final int PRODUCER_EPOCH = 51;
    static final int BASE_SEQUENCE = 53;
    static final int RECORD_COUNT = 57;
    static final int RECORDS = 61;

    /** The smallest value of the length field: an empty record of magic 0. */
    static final int MIN_LENGTH = 14;

    static final byte CURRENT_MAGIC = 2;
    static final long NO_TIMESTAMP = -1L;
    static final long NO_PRODUCER_ID = -1L;
    static final short NO_PRODUCER_EPOCH = -1;
    static final int NO_SEQUENCE = -1;
    static final int NO_LEADER_EPOCH = -1;

    private static final int COMPRESSION_MASK = 0x07;
    private static final int LOG_APPEND_TIME_BIT = 0x08;
    private static final int TRANSACTIONAL_BIT = 0x10;
    private static final int CONTROL_BIT = 0x20;
    private static final int DELETE_HORIZON_BIT = 0x40;

    private static final int LEGACY_TIMESTAMP = 18;

    private BatchFormat() {}

    static int sizeInBytes(ByteBuffer buffer, int at) {
        return buffer.getInt(at + LENGTH) + LOG_OVERHEAD;
    }

    static byte magic(ByteBuffer buffer, int at) {
        return buffer.get(at + MAGIC);
    }

    static long baseOffset(ByteBuffer buffer, int at) {
        return buffer.getLong(at + BASE_OFFSET);
    }

    static long lastOffset(ByteBuffer buffer, int at) {
        long offset = buffer.getLong(at + BASE_OFFSET);
        return magic(buffer, at) < CURRENT_MAGIC ? offset : offset + buffer.getInt(at + LAST_OFFSET_DELTA);
    }

    static long maxTimestamp(ByteBuffer buffer, int at) {
        return switch (magic(buffer, at)) {
            case 0 -> NO_TIMESTAMP;
            case 1 -> buffer.getLong(at + LEGACY_TIMESTAMP);
            default -> buffer.getLong(at + MAX_TIMESTAMP);
        };
    }

    static int leaderEpoch(ByteBuffer buffer, int at) {
        return magic(buffer, at) < CURRENT_MAGIC ? NO_LEADER_EPOCH : buffer.getInt(at + LEADER_EPOCH);
    }

    static short attributes(ByteBuffer buffer, int at) {
        return buffer.getShort(at + ATTRIBUTES);
    }

    static int compression(short attributes) {
        return attributes & COMPRESSION_MASK;
    }

    static boolean isLogAppendTime(short attributes) {
        return (attributes & LOG_APPEND_TIME_BIT) != 0;
    }

    static short withLogAppendTime(short attributes) {
        return (short) (attributes | LOG_APPEND_TIME_BIT);
    }

    static short withCreateTime(short attributes) {
        return (short) (attributes & ~LOG_APPEND_TIME_BIT);
    }

    static boolean isTransactional(short attributes) {
        return (attributes & TRANSACTIONAL_BIT) != 0;
    }

    static boolean isControl(short attributes) {
        return (attributes & CONTROL_BIT) != 0;
    }

    static boolean hasDeleteHorizon(short attributes) {
        return (attributes & DELETE_HORIZON_BIT) != 0;
    }

    /** Sequence numbers wrap at 2^31 - 1 to 0. */
    static int plusSequence(int sequence, int increment) {
        return sequence > Integer.MAX_VALUE - increment
                ? increment - (Integer.MAX_VALUE - sequence) - 1
                : sequence + increment;
    }

    static int minusSequence(int sequence, int decrement) {
        return sequence < decrement ? Integer.MAX_VALUE - (decrement - sequence) + 1 : sequence - decrement;
    }
}
