package dev.gregor.protocol;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.UnsupportedVersionException;
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

    /** As kafka-clients: brokers close what is idle for ten minutes, balancers and firewalls forget it before that. */
    private static final long MAX_IDLE_NANOS = 5 * 60 * 1_000_000_000L;

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

    /** An answer of the right length whose content is none: asking again would repeat the request and bring the same. */
    static final class GarbledAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        GarbledAnswerException(ApiMessage request, RuntimeException cause) {
            super("answered " + nameOf(request) + " with bytes that cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** It said what it serves, and hung up when asked for any of it, as a listener does that waits for SASL. */
    static final class FirstQuestionException extends IOException {
        private static final long serialVersionUID = 1L;

        FirstQuestionException(IOException end) {
            super(
                    "closed the connection at the first question: does this listener ask for SASL (security.protocol)?",
                    end);
        }
    }

    /** It hung up at the first bytes, as a listener does that speaks something else, or whose broker is not up yet. */
    static final class HungUpException extends IOException {
        private static final long serialVersionUID = 1L;

        HungUpException(IOException end) {
            super("closed the connection at once: does this listener speak TLS (security.protocol)?", end);
        }
    }

    private final Transport transport;
    private final DataInputStream in;
    private final String clientId;
    private final Map<Short, VersionRange> served = new HashMap<>();
    private int correlationId;
    /** Correlation id of the first request after ApiVersions, which some brokers have to be asked twice. */
    private int firstQuestion;

    private long usedNanos = System.nanoTime();
    private Optional<Deadline> sessionEnd = Optional.empty();

    private BrokerConnection(Transport transport, String clientId) {
        this.transport = transport;
        this.in = new DataInputStream(transport.in());
        this.clientId = clientId;
    }

    /** Connects and learns which APIs and versions the broker serves. */
    static BrokerConnection open(Transport transport, String clientId, Deadline deadline) throws IOException {
        var connection = new BrokerConnection(transport, clientId);
        try {
            connection.learnVersions(deadline);
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    private void learnVersions(Deadline deadline) throws IOException {
        var request =
                new ApiVersionsRequestData().setClientSoftwareName("gregor").setClientSoftwareVersion(Version.TEXT);
        var answer = new ApiVersionsResponseData();
        short version = request.highestSupportedVersion();
        var frame = exchange(request, version, deadline);
        // A broker that does not know our version answers in version 0, with the versions it does know.
        boolean tooNew = frame.remaining() >= Short.BYTES && frame.getShort(frame.position()) == UNSUPPORTED_VERSION;
        read(request, answer, frame, tooNew ? 0 : version);
        if (tooNew) {
            var range = answer.apiKeys().find(API_VERSIONS);
            version = range == null ? 0 : (short) Math.min(range.maxVersion(), version);
            read(request, answer, exchange(request, version, deadline), version);
        }
        if (answer.errorCode() != 0) {
            throw new IOException("ApiVersions answered with error " + answer.errorCode());
        }
        firstQuestion = correlationId + 1;
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
    void ask(ApiMessage request, short version, ApiMessage answer, Deadline deadline) throws IOException {
        read(request, answer, exchange(request, version, deadline), version);
    }

    /** Whether a new connection is the better one: long idle, or its session is about to be over (KIP-368). */
    boolean isWorn() {
        return System.nanoTime() - usedNanos > MAX_IDLE_NANOS
                || sessionEnd.isPresent() && sessionEnd.get().isOver();
    }

    /** The broker hangs up on whoever asks later than this. */
    void endSession(Deadline end) {
        sessionEnd = Optional.of(end);
    }

    private static void read(ApiMessage request, ApiMessage answer, ByteBuffer frame, short version)
            throws IOException {
        try {
            answer.read(new ByteBufferAccessor(frame), version);
        } catch (UnsupportedVersionException tooOld) {
            throw tooOld;
        } catch (RuntimeException garbage) {
            throw new GarbledAnswerException(request, garbage);
        }
    }

    private ByteBuffer exchange(ApiMessage request, short version, Deadline deadline) throws IOException {
        usedNanos = System.nanoTime();
        send(request, version, deadline);
        var frame = answerTo(request);
        var header = new ResponseHeaderData();
        try {
            header.read(new ByteBufferAccessor(frame), responseHeaderVersion(request.apiKey(), version));
        } catch (RuntimeException garbage) {
            throw new GarbledAnswerException(request, garbage);
        }
        if (header.correlationId() != correlationId) {
            throw new IOException("answered request " + header.correlationId() + " instead of " + correlationId);
        }
        return frame;
    }

    private ByteBuffer answerTo(ApiMessage request) throws IOException {
        try {
            int length = in.readInt();
            if (length < Integer.BYTES || length > MAX_FRAME_BYTES) {
                throw new FrameException(length);
            }
            var frame = ByteBuffer.wrap(in.readNBytes(length));
            if (frame.remaining() < length) {
                throw new IOException("closed the connection in the middle of an answer");
            }
            return frame;
        } catch (EOFException | SocketException end) {
            throw hungUp(request, end);
        } catch (SocketTimeoutException late) {
            throw (IOException) new SocketTimeoutException("did not answer " + nameOf(request)).initCause(late);
        }
    }

    private static String nameOf(ApiMessage request) {
        return request.getClass().getSimpleName().replace("RequestData", "");
    }

    /** A listener that wants another protocol hangs up: at the first bytes, or at the first question. */
    private IOException hungUp(ApiMessage request, IOException end) {
        if (correlationId == 1) {
            return new HungUpException(end);
        }
        boolean isConversation = request.apiKey() == SASL_HANDSHAKE || request.apiKey() == SASL_AUTHENTICATE;
        if (correlationId == firstQuestion && !isConversation) {
            return new FirstQuestionException(end);
        }
        return end instanceof EOFException ? new EOFException("closed the connection") : end;
    }

    private void send(ApiMessage request, short version, Deadline deadline) throws IOException {
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
        transport.send(buffer.array(), deadline);
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
