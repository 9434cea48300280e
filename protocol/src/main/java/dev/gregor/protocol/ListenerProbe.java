package dev.gregor.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds out what a listener speaks that has hung up on its first bytes: it may be of another security protocol, or its broker
 * may not be up yet, which passes. Each question is a connection of its own, asked once and closed.
 */
final class ListenerProbe {
    private static final int CORRELATION_ID = 0x70_72_6f_62;
    private static final byte TLS_ALERT = 0x15;
    private static final byte TLS_HANDSHAKE = 0x16;
    private static final byte TLS_MAJOR = 0x03;
    private static final int ANSWER_WITHIN_MS = 1_000;

    private final Address address;
    private final Deadline deadline;

    /** Within a second, or less if it is to be over before. */
    ListenerProbe(Address address, Deadline deadline) {
        this.address = address;
        this.deadline = Deadline.in(Math.min(ANSWER_WITHIN_MS, deadline.remainingMs()));
    }

    /** Whether it answers Kafka's requests without TLS; listeners that ask for SASL do so too. */
    boolean speaksKafka() {
        var clientId = "gregor".getBytes(StandardCharsets.UTF_8);
        // ApiVersions, key 18, in its first version, which has no body.
        var request = ByteBuffer.allocate(Integer.BYTES + 10 + clientId.length)
                .putInt(10 + clientId.length)
                .putShort((short) 18)
                .putShort((short) 0)
                .putInt(CORRELATION_ID)
                .putShort((short) clientId.length)
                .put(clientId);
        var answer = firstBytes(request.array(), 2 * Integer.BYTES);
        return answer.remaining() == 2 * Integer.BYTES && answer.getInt(Integer.BYTES) == CORRELATION_ID;
    }

    /** Whether it answers a ClientHello, if only to refuse it. */
    boolean speaksTls() {
        // TLS 1.2 with one cipher suite (RFC 5246): the answer is a ServerHello or an alert.
        var hello = ByteBuffer.allocate(50)
                .put(TLS_HANDSHAKE)
                .putShort((short) 0x03_01)
                .putShort((short) 45)
                .putInt(0x01_00_00_29)
                .putShort((short) 0x03_03)
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) 2)
                .putShort((short) 0x00_2f)
                .putShort((short) 0x01_00);
        var answer = firstBytes(hello.array(), 2);
        return answer.remaining() == 2
                && (answer.get(0) == TLS_ALERT || answer.get(0) == TLS_HANDSHAKE)
                && answer.get(1) == TLS_MAJOR;
    }

    private ByteBuffer firstBytes(byte[] question, int count) {
        try (var transport = new PlainTransport().connect(address, deadline)) {
            transport.send(question, deadline);
            return ByteBuffer.wrap(transport.in().readNBytes(count));
        } catch (IOException nothing) {
            return ByteBuffer.allocate(0);
        }
    }
}
