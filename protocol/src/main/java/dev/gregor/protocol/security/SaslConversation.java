package dev.gregor.protocol.security;

import java.util.Optional;
import javax.security.sasl.SaslException;

/** The client's side of one SASL exchange: what to say first, and what to each challenge. One use; not thread-safe. */
public interface SaslConversation {
    /**
     * The first words, which may be none.
     *
     * @throws SaslException when the client has nothing to say it with
     */
    byte[] begin() throws SaslException;

    /**
     * The answer to what the server said; empty when that was the last.
     *
     * @throws SaslException when the server is not who it claims to be, or does not keep to the mechanism
     */
    Optional<byte[]> answer(byte[] challenge) throws SaslException;
}
