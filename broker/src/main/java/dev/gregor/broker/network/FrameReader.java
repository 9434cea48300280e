package dev.gregor.broker.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a connection's bytes into frames: four bytes of length, then as many bytes.
 *
 * <p>A frame that came in one read is a slice of it, without a copy; else it is gathered in one buffer that grows with the
 * bytes that really arrive, since a length is only a claim. A connection that has sent a large frame before is believed the
 * next time. Owned by the connection's event loop.
 */
final class FrameReader {
    private static final int LENGTH_BYTES = 4;
    private static final int FIRST_CAPACITY = 64 << 10;

    private final ByteBufAllocator allocator;
    private final int maxBytes;
    private int lengthBytesRead;
    private int length;
    private int largestFrame = FIRST_CAPACITY;
    private @Nullable ByteBuf partial;

    FrameReader(ByteBufAllocator allocator, int maxBytes) {
        this.allocator = allocator;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes bytes of {@code in} up to the end of a frame.
     *
     * @return the frame, to be released by the caller, or null if {@code in} is used up before the frame's end
     * @throws InvalidFrameException if the length is negative or beyond the limit
     */
    @Nullable
    ByteBuf next(ByteBuf in) {
        if (partial == null) {
            if (!readLength(in)) {
                return null;
            }
            if (in.readableBytes() >= length) {
                lengthBytesRead = 0;
                return in.readRetainedSlice(length);
            }
            if (!in.isReadable()) {
                return null;
            }
            int capacity = Math.max(largestFrame, 2 * in.readableBytes());
            partial = allocator.directBuffer(Math.min(length, capacity), length);
        }
        return gather(partial, in);
    }

    /** @return bytes held for a frame that has not come in full */
    int partialBytes() {
        return partial == null ? 0 : partial.capacity();
    }

    void release() {
        if (partial != null) {
            partial.release();
            partial = null;
        }
    }

    /** @return whether the length is known */
    private boolean readLength(ByteBuf in) {
        if (lengthBytesRead == 0 && in.readableBytes() >= LENGTH_BYTES) {
            length = in.readInt();
            lengthBytesRead = LENGTH_BYTES;
            check();
        } else if (lengthBytesRead < LENGTH_BYTES) {
            while (lengthBytesRead < LENGTH_BYTES && in.isReadable()) {
                length = length << 8 | in.readUnsignedByte();
                lengthBytesRead++;
            }
            if (lengthBytesRead < LENGTH_BYTES) {
                return false;
            }
            check();
        }
        return true;
    }

    private void check() {
        if (length < 0) {
            throw new InvalidFrameException("invalid frame of size " + length);
        }
        if (length > maxBytes) {
            throw new InvalidFrameException(
                    "a frame of size " + length + " is larger than the " + maxBytes + " of socket.request.max.bytes");
        }
    }

    private @Nullable ByteBuf gather(ByteBuf frame, ByteBuf in) {
        int wanted = Math.min(in.readableBytes(), length - frame.writerIndex());
        if (frame.writableBytes() < wanted) {
            // Doubled by hand: beyond 4 MiB, Netty would grow in steps and copy a large frame many times.
            long doubled = Math.max(2L * frame.capacity(), frame.writerIndex() + (long) wanted);
            frame.capacity((int) Math.min(length, doubled));
        }
        frame.writeBytes(in, wanted);
        if (frame.writerIndex() < length) {
            return null;
        }
        largestFrame = Math.max(largestFrame, length);
        lengthBytesRead = 0;
        partial = null;
        return frame;
    }
}
