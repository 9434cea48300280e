package dev.gregor.broker.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The few calls by which a log changes its segments' files; tests put one in that fails. */
class DiskAccess {
    /** Writes all that remains of the first {@code count} buffers at a position, with as few calls as the system allows. */
    void write(FileChannel channel, ByteBuffer[] buffers, int count, long position) throws IOException {
        if (count == 1) {
            var buffer = buffers[0];
            long at = position;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            return;
        }
        channel.position(position);
        int first = 0;
        while (first < count) {
            channel.write(buffers, first, count - first);
            while (first < count && !buffers[first].hasRemaining()) {
                first++;
            }
        }
    }

    void truncate(FileChannel channel, long size) throws IOException {
        channel.truncate(size);
    }

    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }
}
