package dev.gregor.protocol.security;

import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** A conversation by a mechanism of the JDK's or of a provider, with the rights of who logged in. */
final class SubjectConversation implements SaslConversation {
    private static final byte[] NOTHING = {};

    private final Subject subject;
    private final SaslClient client;

    SubjectConversation(Subject subject, SaslClient client) {
        this.subject = subject;
        this.client = client;
    }

    @Override
    public byte[] begin() throws SaslException {
        return client.hasInitialResponse() ? evaluate(NOTHING).orElse(NOTHING) : NOTHING;
    }

    @Override
    public Optional<byte[]> answer(byte[] challenge) throws SaslException {
        if (client.isComplete()) {
            return Optional.empty();
        }
        var words = evaluate(challenge);
        if (words.isEmpty() && !client.isComplete()) {
            throw new SaslException("the broker ended the conversation before it had proved who it is");
        }
        return words;
    }

    private Optional<byte[]> evaluate(byte[] challenge) throws SaslException {
        return Optional.ofNullable(KafkaLogin.as(subject, () -> client.evaluateChallenge(challenge)));
    }
}
