package dev.gregor.protocol;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageSizeAccumulator;
import org.apache.kafka.common.protocol.ObjectSerializationCache;

/**
 * One connection and what its broker said it serves. One request at a time; not thread-safe. After an
 * {@link IOException} it is of no more use than to be closed.
 */
final class BrokerConnection implements Closeable {
    /** Above any sane answer to a tool; a garbage length must not cost its memory. */
    private static final int MAX_FRAME_BYTES = 256 * 1024 * 1024;

    private static final short API_VERSIONS = 18;
    private static final short SASL_HANDSHAKE = 17;
    private static final short SASL_AUTHENTICATE = 36;
    private static final short UNSUPPORTED_VERSION = 35;

    /** What came is no answer of a Kafka broker's. */
    static final class FrameException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int lengthBytes;

        FrameException(int lengthBytes) {
            super("answered with a frame of " + lengthBytes + " bytes: not a Kafka broker?");
            this.lengthBytes = lengthBytes;
        }

        /** The first four bytes that came, which should have been a length. */
        int lengthBytes() {
            return lengthBytes;
        }
    }

    /** It said what it serves, and hung up when asked for any of it, as a listener does that waits for SASL. */
    static final class FirstQuestionException extends IOException {
        private static final long serialVersionUID = 1L;

        FirstQuestionException() {
            super("closed the connection at the first question: does this listener ask for SASL (security.protocol)?");
        }
    }

    private final Transport transport;
    private final DataInputStream in;
    private final String clientId;
    private final Map<Short, VersionRange> served = new HashMap<>();
    private int correlationId;

    private BrokerConnection(Transport transport, String clientId) {
        this.transport = transport;
        this.in = new DataInputStream(transport.in());
        this.clientId = clientId;
    }

    /** Connects and learns which APIs and versions the broker serves. */
    static BrokerConnection open(Transport transport, String clientId, int timeoutMs) throws IOException {
        var connection = new BrokerConnection(transport, clientId);
        try {
            connection.learnVersions(timeoutMs);
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    private void learnVersions(int timeoutMs) throws IOException {
        var request =
                new ApiVersionsRequestData().setClientSoftwareName("gregor").setClientSoftwareVersion(Version.TEXT);
        var answer = new ApiVersionsResponseData();
        short version = request.highestSupportedVersion();
        var frame = exchange(request, version, timeoutMs);
        // A broker that does not know our version answers in version 0, with the versions it does know.
        boolean tooNew = frame.getShort(frame.position()) == UNSUPPORTED_VERSION;
        answer.read(new ByteBufferAccessor(frame), tooNew ? 0 : version);
        if (tooNew) {
            var range = answer.apiKeys().find(API_VERSIONS);
            version = range == null ? 0 : (short) Math.min(range.maxVersion(), version);
            answer.read(new ByteBufferAccessor(exchange(request, version, timeoutMs)), version);
        }
        if (answer.errorCode() != 0) {
            throw new IOException("ApiVersions answered with error " + answer.errorCode());
        }
        for (var api : answer.apiKeys()) {
            served.put(api.apiKey(), new VersionRange(api.minVersion(), api.maxVersion()));
        }
    }

    /** The versions of this API the broker serves; empty when it does not serve it. */
    Optional<VersionRange> served(short apiKey) {
        return Optional.ofNullable(served.get(apiKey));
    }

    /** Everything the broker serves, by API key. */
    Map<Short, VersionRange> served() {
        return Map.copyOf(served);
    }

    /** The newest version of this request, up to {@code limit}, that both sides know; empty when there is none. */
    Optional<Short> usableVersion(ApiMessage request, int limit) {
        var range = served.get(request.apiKey());
        if (range == null) {
            return Optional.empty();
        }
        short newest = (short) Math.min(Math.min(range.max(), limit), request.highestSupportedVersion());
        return newest < range.min() || newest < request.lowestSupportedVersion()
                ? Optional.empty()
                : Optional.of(newest);
    }

    /** Sends the request and reads the answer into {@code answer}. */
    void ask(ApiMessage request, short version, ApiMessage answer, int timeoutMs) throws IOException {
        answer.read(new ByteBufferAccessor(exchange(request, version, timeoutMs)), version);
    }

    private ByteBuffer exchange(ApiMessage request, short version, int timeoutMs) throws IOException {
        send(request, version);
        transport.readTimeout(Math.max(1, timeoutMs));
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            throw hungUp(request);
        }
        if (length < Integer.BYTES || length > MAX_FRAME_BYTES) {
            throw new FrameException(length);
        }
        var frame = ByteBuffer.wrap(in.readNBytes(length));
        if (frame.remaining() < length) {
            throw new IOException("closed the connection in the middle of an answer");
        }
        var header = new ResponseHeaderData();
        header.read(new ByteBufferAccessor(frame), responseHeaderVersion(request.apiKey(), version));
        if (header.correlationId() != correlationId) {
            throw new IOException("answered request " + header.correlationId() + " instead of " + correlationId);
        }
        return frame;
    }

    /** A listener that wants another protocol hangs up: at the first byte, or at the first question. */
    private IOException hungUp(ApiMessage request) {
        boolean isConversation = request.apiKey() == SASL_HANDSHAKE || request.apiKey() == SASL_AUTHENTICATE;
        return switch (isConversation ? 0 : correlationId) {
            case 1 ->
                new EOFException("closed the connection at once: does this listener speak TLS (security.protocol)?");
            case 2 -> new FirstQuestionException();
            default -> new EOFException("closed the connection");
        };
    }

    private void send(ApiMessage request, short version) throws IOException {
        var header = new RequestHeaderData()
                .setRequestApiKey(request.apiKey())
                .setRequestApiVersion(version)
                .setCorrelationId(++correlationId)
                .setClientId(clientId);
        short headerVersion = (short) (FlexibleVersions.isFlexible(request.apiKey(), version) ? 2 : 1);
        var cache = new ObjectSerializationCache();
        var sizes = new MessageSizeAccumulator();
        header.addSize(sizes, cache, headerVersion);
        request.addSize(sizes, cache, version);
        int size = sizes.totalSize();
        var buffer = ByteBuffer.allocate(Integer.BYTES + size);
        buffer.putInt(size);
        var writable = new ByteBufferAccessor(buffer);
        header.write(writable, cache, headerVersion);
        request.write(writable, cache, version);
        transport.out().write(buffer.array());
        transport.out().flush();
    }

    private static short responseHeaderVersion(short apiKey, short version) {
        // KIP-511: ApiVersions' answer never has tagged fields in its header, for the client cannot know the version.
        return (short) (apiKey != API_VERSIONS && FlexibleVersions.isFlexible(apiKey, version) ? 1 : 0);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
