package dev.gregor.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** {@code .snapshot}, version 1 of Kafka's ProducerSnapshot: version, CRC-32C of the rest, and one entry for each producer. */
final class ProducerSnapshotFile {
    private static final short VERSION = 1;
    private static final int CRC = 2;
    private static final int ENTRIES = 6;
    private static final int ENTRY_SIZE = 8 + 2 + 4 + 8 + 4 + 8 + 4 + 8;

    private ProducerSnapshotFile() {}

    static void write(File file, Iterable<ProducerEntry> entries, int count) throws IOException {
        var buffer = ByteBuffer.allocate(ENTRIES + 4 + count * ENTRY_SIZE);
        buffer.putShort(VERSION).putInt(0).putInt(count);
        for (var entry : entries) {
            buffer.putLong(entry.producerId)
                    .putShort(entry.epoch)
                    .putInt(entry.lastSequence())
                    .putLong(entry.lastOffset())
                    .putInt(entry.lastOffsetDelta())
                    .putLong(entry.lastTimestamp)
                    .putInt(entry.coordinatorEpoch)
                    .putLong(entry.transactionStart);
        }
        buffer.flip();
        buffer.putInt(CRC, crc(buffer));
        try (var channel = FileChannel.open(
                file.toPath(),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** @throws IOException also if the file is no valid snapshot */
    static List<ProducerEntry> read(File file) throws IOException {
        var buffer = ByteBuffer.wrap(Files.readAllBytes(file.toPath()));
        try {
            short version = buffer.getShort();
            int crc = buffer.getInt();
            if (version != VERSION) {
                throw new IOException("Snapshot contained an unknown file version " + version);
            }
            if (crc != crc(buffer)) {
                throw new IOException("Snapshot is corrupt (CRC is no longer valid)");
            }
            int count = buffer.getInt();
            if (count < 0 || buffer.remaining() != (long) count * ENTRY_SIZE) {
                throw new IOException("Snapshot declares " + count + " producers in " + buffer.remaining() + " bytes");
            }
            var entries = new ArrayList<ProducerEntry>(count);
            for (int i = 0; i < count; i++) {
                entries.add(readEntry(buffer));
            }
            return entries;
        } catch (BufferUnderflowException e) {
            throw new IOException("Snapshot is cut short at " + buffer.limit() + " bytes", e);
        }
    }

    private static ProducerEntry readEntry(ByteBuffer buffer) {
        var entry = new ProducerEntry(buffer.getLong());
        short epoch = buffer.getShort();
        int lastSequence = buffer.getInt();
        long lastOffset = buffer.getLong();
        int offsetDelta = buffer.getInt();
        long timestamp = buffer.getLong();
        entry.epoch = epoch;
        if (lastOffset >= 0) {
            entry.add(epoch, lastSequence, lastOffset, offsetDelta, timestamp);
        }
        entry.lastTimestamp = timestamp;
        entry.coordinatorEpoch = buffer.getInt();
        entry.transactionStart = buffer.getLong();
        return entry;
    }

    private static int crc(ByteBuffer buffer) {
        var crc = new CRC32C();
        crc.update(buffer.array(), ENTRIES, buffer.limit() - ENTRIES);
        return (int) crc.getValue();
    }
}
