package dev.gregor.protocol;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;

/** A broker over a real socket that answers as a test's script says, and notes what it was asked. */
final class ScriptedBroker implements Closeable {
    /** What was asked, and in which version. */
    record Asked(ApiMessageType api, short version) {}

    /** As {@code socket.request.max.bytes}: what begins with more, TLS for one, is hung up on. */
    private static final int MAX_REQUEST_BYTES = 100 * 1024 * 1024;

    /** A script's answer: a message in a version, or bytes, or the end of the connection. */
    sealed interface Answer {
        record Message(ApiMessage message, short version) implements Answer {}

        record Bytes(byte[] bytes) implements Answer {}

        record HangUp() implements Answer {}

        /** No answer, and the connection stays. */
        record Silence() implements Answer {}
    }

    /** Answers a request; {@code count} counts the requests so far, this one included. */
    interface Script {
        Answer answer(Asked asked, int count, ScriptedBroker broker);
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedBroker(Script script) {
        this.script = script;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var thread = new Thread(this::serve, "scripted-broker");
        thread.setDaemon(true);
        thread.start();
    }

    String bootstrap() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Asked> asked() {
        return asked;
    }

    /** Serving the given API up to a version, and ApiVersions. */
    static ApiVersionsResponseData versions(ApiMessageType api, int min, int max) {
        var answer = new ApiVersionsResponseData();
        answer.apiKeys()
                .add(new ApiVersionsResponseData.ApiVersion()
                        .setApiKey(api.apiKey())
                        .setMinVersion((short) min)
                        .setMaxVersion((short) max));
        answer.apiKeys()
                .add(new ApiVersionsResponseData.ApiVersion()
                        .setApiKey((short) 18)
                        .setMaxVersion((short) 2));
        return answer;
    }

    /** Metadata with this broker alone, as number 7 and controller. */
    MetadataResponseData metadata() {
        var answer = new MetadataResponseData().setClusterId("scripted").setControllerId(7);
        answer.brokers()
                .add(new MetadataResponseData.MetadataResponseBroker()
                        .setNodeId(7)
                        .setHost("127.0.0.1")
                        .setPort(socket.getLocalPort()));
        return answer;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                serve(connection);
            } catch (IOException ended) {
                // The client went away or the script hung up; the next connection may come.
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        var in = new DataInputStream(connection.getInputStream());
        while (true) {
            int length = in.readInt();
            if (length > MAX_REQUEST_BYTES) {
                return;
            }
            var frame = ByteBuffer.wrap(in.readNBytes(length));
            var request = new Asked(ApiMessageType.fromApiKey(frame.getShort(0)), frame.getShort(2));
            var header = new RequestHeaderData();
            header.read(new ByteBufferAccessor(frame), request.api().requestHeaderVersion(request.version()));
            asked.add(request);
            var answer = script.answer(request, asked.size(), this);
            if (answer instanceof Answer.HangUp) {
                return;
            }
            if (answer instanceof Answer.Silence) {
                continue;
            }
            var bytes = answer instanceof Answer.Bytes raw
                    ? raw.bytes()
                    : encoded((Answer.Message) answer, request, header.correlationId());
            connection.getOutputStream().write(bytes);
        }
    }

    private static byte[] encoded(Answer.Message answer, Asked request, int correlationId) {
        var header = MessageUtil.toByteBufferAccessor(
                        new ResponseHeaderData().setCorrelationId(correlationId),
                        request.api().responseHeaderVersion(request.version()))
                .buffer();
        var body = MessageUtil.toByteBufferAccessor(answer.message(), answer.version())
                .buffer();
        var frame = ByteBuffer.allocate(Integer.BYTES + header.remaining() + body.remaining());
        frame.putInt(header.remaining() + body.remaining()).put(header).put(body);
        return frame.array();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
