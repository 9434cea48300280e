package dev.gregor.protocol.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.security.sasl.SaslException;

/**
 * SCRAM-SHA-256 and -512 (RFC 5802, RFC 7677; KIP-84): both sides prove that they know the password, and neither says it.
 *
 * <pre>
 *   client first ──▶ server first ──▶ client final ──▶ server final ──▶ done
 * </pre>
 */
final class ScramConversation implements SaslConversation {
    private static final int MIN_ITERATIONS = 4096;

    /** Sixty times the most that Apache Kafka's brokers allow; a server that is none yet must not keep the client counting. */
    private static final int MAX_ITERATIONS = 1_000_000;

    private static final int NONCE_BITS = 130;
    private static final int MAX_RADIX = 36;
    private static final String NO_CHANNEL_BINDING = "n,,";

    private final String digest;
    private final Credentials credentials;
    private final String nonce;
    private String clientFirst = "";
    private byte[] serverSignature = {};

    /** Of the mechanism {@code SCRAM-} and this digest. */
    ScramConversation(String digest, Credentials credentials, SecureRandom random) {
        this(digest, credentials, new BigInteger(NONCE_BITS, random).toString(MAX_RADIX));
    }

    ScramConversation(String digest, Credentials credentials, String nonce) {
        this.digest = digest;
        this.credentials = credentials;
        this.nonce = nonce;
    }

    @Override
    public byte[] begin() {
        var name = credentials.username().replace("=", "=3D").replace(",", "=2C");
        clientFirst = "n=" + name + ",r=" + nonce + (credentials.isToken() ? ",tokenauth=true" : "");
        return bytes(NO_CHANNEL_BINDING + clientFirst);
    }

    @Override
    public Optional<byte[]> answer(byte[] challenge) throws SaslException {
        var message = new String(challenge, StandardCharsets.UTF_8);
        if (serverSignature.length == 0) {
            return Optional.of(bytes(prove(message)));
        }
        checkServer(message);
        return Optional.empty();
    }

    private String prove(String serverFirst) throws SaslException {
        var serverNonce = attribute(serverFirst, "r=");
        if (!serverNonce.startsWith(nonce)) {
            throw new SaslException("Invalid server nonce: invalid prefix");
        }
        int iterations = iterations(attribute(serverFirst, "i="));
        var salted = new Hmac(digest, bytes(credentials.password()))
                .stretched(decoded(attribute(serverFirst, "s=")), iterations);
        var withoutProof = "c=" + encoded(bytes(NO_CHANNEL_BINDING)) + ",r=" + serverNonce;
        var spoken = bytes(clientFirst + "," + serverFirst + "," + withoutProof);
        var clientKey = new Hmac(digest, salted).of(bytes("Client Key"));
        var proof = new Hmac(digest, Hmac.digest(digest).digest(clientKey)).of(spoken);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        var serverKey = new Hmac(digest, salted).of(bytes("Server Key"));
        serverSignature = new Hmac(digest, serverKey).of(spoken);
        return withoutProof + ",p=" + encoded(proof);
    }

    private int iterations(String text) throws SaslException {
        int iterations;
        try {
            iterations = Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new SaslException("Invalid SCRAM server first message: iterations '" + text + "'", notANumber);
        }
        if (iterations < MIN_ITERATIONS) {
            throw new SaslException("Requested iterations " + text + " is less than the minimum " + MIN_ITERATIONS
                    + " for SCRAM-" + digest);
        }
        if (iterations > MAX_ITERATIONS) {
            throw new SaslException("Requested iterations " + text + " is more than the maximum " + MAX_ITERATIONS
                    + " for SCRAM-" + digest);
        }
        return iterations;
    }

    private void checkServer(String serverFinal) throws SaslException {
        if (serverFinal.startsWith("e=")) {
            throw new SaslException("Sasl authentication using SCRAM-" + digest + " failed with error: "
                    + attribute(serverFinal, "e="));
        }
        if (!MessageDigest.isEqual(serverSignature, decoded(attribute(serverFinal, "v=")))) {
            throw new SaslException("Invalid server signature in server final message");
        }
    }

    private static String attribute(String message, String prefix) throws SaslException {
        for (var part : message.split(",", -1)) {
            if (part.startsWith(prefix)) {
                return part.substring(prefix.length());
            }
        }
        throw new SaslException("Invalid SCRAM message of the server: no '" + prefix + "'");
    }

    private static byte[] decoded(String base64) throws SaslException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException garbage) {
            throw new SaslException("Invalid SCRAM message of the server: not Base64", garbage);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
