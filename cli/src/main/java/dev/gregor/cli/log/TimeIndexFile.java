package dev.gregor.cli.log;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A {@code .timeindex} as it was when it was read: the greatest timestamps so far with their offsets, twelve bytes each. */
final class TimeIndexFile {
    static final int ENTRY_BYTES = 12;

    private final File file;
    private final long baseOffset;
    private final ByteBuffer bytes;

    TimeIndexFile(File file, long baseOffset, ByteBuffer bytes) {
        this.file = file;
        this.baseOffset = baseOffset;
        this.bytes = bytes;
    }

    static TimeIndexFile read(File file, long baseOffset) throws IOException {
        return new TimeIndexFile(file, baseOffset, SegmentFiles.bytes(file));
    }

    long baseOffset() {
        return baseOffset;
    }

    int entries() {
        return bytes.limit() / ENTRY_BYTES;
    }

    long timestamp(int entry) {
        return bytes.getLong(entry * ENTRY_BYTES);
    }

    long offset(int entry) {
        return baseOffset + bytes.getInt(entry * ENTRY_BYTES + Long.BYTES);
    }

    /** Whether an entry, and so all behind it, was never written: its bytes are zeros. */
    boolean isUnused(int entry) {
        return offset(entry) == baseOffset && timestamp(entry) == 0;
    }

    /** The check a broker makes at its start; what is wrong with it, in Kafka's words. */
    Optional<String> insanity() {
        int last = entries() - 1;
        if (last >= 0 && timestamp(last) < timestamp(0)) {
            return Optional.of("Corrupt time index found, time index file (" + file.getAbsolutePath()
                    + ") has non-zero size but the last timestamp is " + timestamp(last)
                    + " which is less than the first timestamp " + timestamp(0));
        }
        if (last >= 0 && offset(last) < baseOffset) {
            return Optional.of("Corrupt time index found, time index file (" + file.getAbsolutePath()
                    + ") has non-zero size but the last offset is " + offset(last)
                    + " which is less than the first offset " + baseOffset);
        }
        if (bytes.limit() % ENTRY_BYTES != 0) {
            return Optional.of("Time index file " + file.getAbsolutePath() + " is corrupt, found " + bytes.limit()
                    + " bytes which is neither positive nor a multiple of " + ENTRY_BYTES);
        }
        return Optional.empty();
    }
}
