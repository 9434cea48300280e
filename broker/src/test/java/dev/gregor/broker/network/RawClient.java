package dev.gregor.broker.network;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;

/** A blocking socket that speaks frames, and whatever else a test wants to send. */
final class RawClient implements Closeable {
    private static final int TIMEOUT_MS = 10_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    RawClient(InetSocketAddress address) throws IOException {
        socket.setSoTimeout(TIMEOUT_MS);
        socket.setTcpNoDelay(true);
        socket.connect(address, TIMEOUT_MS);
        in = new DataInputStream(socket.getInputStream());
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawClient send(ApiKeys api, int version, int correlationId, ApiMessage body) throws IOException {
        return send(frame(api, version, correlationId, body));
    }

    /** Length, header and body of a request. */
    static byte[] frame(ApiKeys api, int version, int correlationId, ApiMessage body) {
        short v = (short) version;
        short headerVersion = api.requestHeaderVersion(v);
        var header = new RequestHeaderData()
                .setRequestApiKey(api.id)
                .setRequestApiVersion(v)
                .setCorrelationId(correlationId)
                .setClientId("raw");
        var cache = new ObjectSerializationCache();
        int size = header.size(cache, headerVersion) + body.size(cache, v);
        var buffer = ByteBuffer.allocate(4 + size);
        var writer = new ByteBufferAccessor(buffer);
        writer.writeInt(size);
        header.write(writer, cache, headerVersion);
        body.write(writer, cache, v);
        return buffer.array();
    }

    /** @return the next frame without its length */
    ByteBuffer receive() throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    int receiveCorrelationId() throws IOException {
        return receive().getInt();
    }

    <T extends ApiMessage> T receive(ApiKeys api, int version, T into) throws IOException {
        var bytes = new ByteBufferAccessor(receive());
        new ResponseHeaderData(bytes, api.responseHeaderVersion((short) version));
        into.read(bytes, (short) version);
        return into;
    }

    /** Waits for the other side to close. */
    boolean isClosedByPeer() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
