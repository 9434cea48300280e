package dev.gregor.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;

/** A blocking socket to a broker on this machine that sends and reads whatever a test wants. */
public final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;
    private static final int CORRELATION_ID = 0x67726567;
    private static final String CLIENT_ID = "conformance";

    private final Socket socket;
    private final DataInputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    public static RawConnection open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            return new RawConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a request and reads its answer. */
    public ApiMessage exchange(ApiKeys api, short version, ApiMessage request) throws IOException {
        sendFrame(frame(api, version, request));
        return readResponse(api, version);
    }

    public void sendFrame(byte[] frame) throws IOException {
        sendBytes(ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array());
    }

    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Says that no more bytes will come, and keeps listening. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** The bytes of the next frame. @throws EOFException when the broker closes instead */
    public byte[] readFrame() throws IOException {
        return in.readNBytes(in.readInt());
    }

    /** Reads the next frame as the answer to a request of this API and version. */
    public ApiMessage readResponse(ApiKeys api, short version) throws IOException {
        return parse(api, version, readFrame());
    }

    /**
     * True when the broker ends the connection without a word.
     *
     * @throws SocketTimeoutException when it neither answers nor closes in time
     */
    public boolean isClosedWithoutAnswer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** A request as it stands in its frame, the length left out. */
    public static byte[] frame(ApiKeys api, short version, ApiMessage request) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(header(api.id, version, api.requestHeaderVersion(version)));
        frame.writeBytes(bytes(request, version));
        return frame.toByteArray();
    }

    /** A request header of any key and version, also of those that do not exist. */
    public static byte[] header(short apiKey, short apiVersion, short headerVersion) {
        return bytes(
                new RequestHeaderData()
                        .setRequestApiKey(apiKey)
                        .setRequestApiVersion(apiVersion)
                        .setCorrelationId(CORRELATION_ID)
                        .setClientId(CLIENT_ID),
                headerVersion);
    }

    public static ApiMessage parse(ApiKeys api, short version, byte[] frame) throws IOException {
        var readable = new ByteBufferAccessor(ByteBuffer.wrap(frame));
        var header = new ResponseHeaderData(readable, api.responseHeaderVersion(version));
        if (header.correlationId() != CORRELATION_ID) {
            throw new IOException("An answer to another request: " + header + " in " + Arrays.toString(frame));
        }
        var response = api.messageType.newResponse();
        response.read(readable, version);
        return response;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] bytes(ApiMessage message, short version) {
        return MessageUtil.toByteBufferAccessor(message, version).buffer().array();
    }
}
