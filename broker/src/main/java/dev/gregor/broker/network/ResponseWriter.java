package dev.gregor.broker.network;

import dev.gregor.broker.storage.LogSlice;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageSizeAccumulator;
import org.apache.kafka.common.protocol.ObjectSerializationCache;

/**
 * Turns a response into bytes on a channel: length, header and body in one pooled direct buffer; records that lie in a log
 * follow from the file. Called on the connection's event loop.
 */
final class ResponseWriter {
    private static final int LENGTH_BYTES = 4;

    private ResponseWriter() {}

    /** Writes without flushing. The response's log slices are released here, once they are sent or on failure. */
    static void write(Channel channel, ApiKeys api, short version, int correlationId, ApiMessage body) {
        var cache = new ObjectSerializationCache();
        var header = new ResponseHeaderData().setCorrelationId(correlationId);
        short headerVersion = api.responseHeaderVersion(version);
        if (body instanceof FetchResponseData fetched) {
            writeFetched(channel, header, headerVersion, fetched, version, cache);
            return;
        }
        int size = header.size(cache, headerVersion) + body.size(cache, version);
        var out = channel.alloc().directBuffer(LENGTH_BYTES + size);
        try {
            var writer = new ByteBufferAccessor(out.internalNioBuffer(0, LENGTH_BYTES + size));
            writer.writeInt(size);
            header.write(writer, cache, headerVersion);
            body.write(writer, cache, version);
            out.writerIndex(LENGTH_BYTES + size);
        } catch (Throwable e) {
            out.release();
            throw e;
        }
        channel.write(out, channel.voidPromise());
    }

    private static void writeFetched(
            Channel channel,
            ResponseHeaderData header,
            short headerVersion,
            FetchResponseData body,
            short version,
            ObjectSerializationCache cache) {
        FetchedRecordsWriter writer;
        try {
            var size = new MessageSizeAccumulator();
            header.addSize(size, cache, headerVersion);
            body.addSize(size, cache, version);
            ByteBuf fields = channel.alloc().directBuffer(LENGTH_BYTES + size.sizeExcludingZeroCopy());
            writer = new FetchedRecordsWriter(fields);
            try {
                writer.writeInt(size.totalSize());
                header.write(writer, cache, headerVersion);
                body.write(writer, cache, version);
            } catch (Throwable e) {
                fields.release();
                throw e;
            }
        } catch (Throwable e) {
            releaseSlices(body);
            throw e;
        }
        writer.sendTo(channel);
    }

    /** Lets the files go of a response that is never written. */
    static void releaseSlices(ApiMessage body) {
        if (body instanceof FetchResponseData fetched) {
            for (var topic : fetched.responses()) {
                for (var partition : topic.partitions()) {
                    if (partition.records() instanceof LogSlice slice) {
                        slice.release();
                    }
                }
            }
        }
    }
}
