package dev.gregor.protocol.security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** PLAIN (RFC 4616): name and password in one message. */
final class PlainConversation implements SaslConversation {
    private static final char END = '\0';

    private final Credentials credentials;

    PlainConversation(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public byte[] begin() {
        // Before the first zero: whom to act for, which is nobody else.
        return (END + credentials.username() + END + credentials.password()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> answer(byte[] challenge) {
        return Optional.empty();
    }
}
