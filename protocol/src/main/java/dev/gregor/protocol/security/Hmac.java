package dev.gregor.protocol.security;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) and PBKDF2 with it (RFC 8018), on the JDK's digests. The JDK's own Mac would do; its first use costs a command
 * some 25 ms for the policies of cryptography, which a hash needs none of.
 */
final class Hmac {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** With this key, over the digest of this name ({@code SHA-256}, {@code SHA-512}). */
    Hmac(String digest, byte[] key) {
        int blockBytes = digest.equals("SHA-512") ? 128 : 64;
        var shortKey = key.length > blockBytes ? digest(digest).digest(key) : key;
        this.inner = padded(digest, shortKey, blockBytes, INNER);
        this.outer = padded(digest, shortKey, blockBytes, OUTER);
    }

    private static MessageDigest padded(String name, byte[] key, int blockBytes, byte pad) {
        var block = new byte[blockBytes];
        Arrays.fill(block, pad);
        for (int i = 0; i < key.length; i++) {
            block[i] ^= key[i];
        }
        var digest = digest(name);
        digest.update(block);
        return digest;
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JVM has no " + name, missing);
        }
    }

    byte[] of(byte[] text) {
        var first = copyOf(inner);
        first.update(text);
        var second = copyOf(outer);
        second.update(first.digest());
        return second.digest();
    }

    /** The first block of PBKDF2, as long as the digest: SCRAM's {@code Hi}. */
    byte[] stretched(byte[] salt, int iterations) {
        var last = of(ByteBuffer.allocate(salt.length + Integer.BYTES)
                .put(salt)
                .putInt(1)
                .array());
        var all = last.clone();
        for (int i = 1; i < iterations; i++) {
            last = of(last);
            for (int j = 0; j < all.length; j++) {
                all[j] ^= last[j];
            }
        }
        return all;
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException unsupported) {
            throw new IllegalStateException(
                    "the JVM's security provider " + digest.getProvider().getName() + " cannot copy a digest",
                    unsupported);
        }
    }
}
