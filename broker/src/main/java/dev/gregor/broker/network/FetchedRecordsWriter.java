package dev.gregor.broker.network;

import dev.gregor.broker.storage.LogSlice;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.DefaultFileRegion;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.protocol.Writable;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;

/** Collects a fetch response: fields and small batches in one buffer, large batches as regions of their files between them. */
final class FetchedRecordsWriter implements Writable {
    /**
     * Up to this many bytes a slice is read: sending it from its file takes two writes more. Where the one begins to cost more than
     * the other has not been measured.
     */
    private static final int COPIED_UP_TO_BYTES = 8 << 10;

    private final ByteBuf fields;
    private final List<Region> regions = new ArrayList<>();
    private final List<LogSlice> copied = new ArrayList<>();

    /** @param fields grows as needed; belongs to this writer once {@link #sendTo} is called */
    FetchedRecordsWriter(ByteBuf fields) {
        this.fields = fields;
    }

    /** Writes all that was collected to the channel, without flushing. */
    void sendTo(Channel channel) {
        copied.forEach(LogSlice::release);
        for (var region : regions) {
            if (region.fieldsEnd > fields.readerIndex()) {
                write(channel, fields.readRetainedSlice(region.fieldsEnd - fields.readerIndex()));
            }
            write(channel, region);
        }
        if (fields.isReadable()) {
            write(channel, fields);
        } else {
            fields.release();
        }
    }

    /** A failed write reaches the connection by way of the void promise, without an object for each. */
    private static void write(Channel channel, Object message) {
        var ignored = channel.write(message, channel.voidPromise());
    }

    @Override
    public void writeRecords(BaseRecords records) {
        if (records instanceof LogSlice slice) {
            if (slice.sizeInBytes() > COPIED_UP_TO_BYTES) {
                regions.add(new Region(slice, fields.writerIndex()));
            } else {
                copy(slice);
                copied.add(slice);
            }
        } else if (records instanceof MemoryRecords memory) {
            fields.writeBytes(memory.buffer());
        } else {
            throw new IllegalArgumentException("cannot send " + records.getClass());
        }
    }

    private void copy(LogSlice slice) {
        try {
            int size = slice.sizeInBytes();
            fields.ensureWritable(size);
            for (int done = 0; done < size; ) {
                int read = fields.writeBytes(slice.channel(), slice.position() + done, size - done);
                if (read < 0) {
                    throw new EOFException("the log ends before the batch at " + slice.position());
                }
                done += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeByte(byte value) {
        fields.writeByte(value);
    }

    @Override
    public void writeShort(short value) {
        fields.writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        fields.writeInt(value);
    }

    @Override
    public void writeLong(long value) {
        fields.writeLong(value);
    }

    @Override
    public void writeDouble(double value) {
        fields.writeDouble(value);
    }

    @Override
    public void writeByteArray(byte[] value) {
        fields.writeBytes(value);
    }

    @Override
    public void writeUnsignedVarint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            fields.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        fields.writeByte(rest);
    }

    @Override
    public void writeByteBuffer(ByteBuffer value) {
        fields.writeBytes(value.duplicate());
    }

    @Override
    public void writeVarint(int value) {
        writeUnsignedVarint((value << 1) ^ (value >> 31));
    }

    @Override
    public void writeVarlong(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            fields.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        fields.writeByte((int) rest);
    }

    /** A slice of a log on its way out; the file is let go once it is sent or has failed. */
    private static final class Region extends DefaultFileRegion {
        private final LogSlice slice;
        private final int fieldsEnd;

        /** @param fieldsEnd index in the fields' buffer before which everything goes out first */
        Region(LogSlice slice, int fieldsEnd) {
            super(slice.channel(), slice.position(), slice.sizeInBytes());
            this.slice = slice;
            this.fieldsEnd = fieldsEnd;
        }

        @Override
        protected void deallocate() {
            slice.release();
        }
    }
}
