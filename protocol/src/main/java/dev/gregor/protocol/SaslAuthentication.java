package dev.gregor.protocol;

import dev.gregor.protocol.security.Login;
import java.io.IOException;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.apache.kafka.common.message.SaslAuthenticateRequestData;
import org.apache.kafka.common.message.SaslAuthenticateResponseData;
import org.apache.kafka.common.message.SaslHandshakeRequestData;
import org.apache.kafka.common.message.SaslHandshakeResponseData;
import org.apache.kafka.common.protocol.ApiMessage;

/**
 * Proves who the client is on a new connection: SaslHandshake names the mechanism, SaslAuthenticate carries the conversation
 * (KIP-43, KIP-152). Before a session expires (KIP-368) the connection is given up, and the next question is asked on a new one.
 */
final class SaslAuthentication {
    private static final short UNSUPPORTED_SASL_MECHANISM = 33;
    private static final short ILLEGAL_SASL_STATE = 34;

    /** As kafka-clients: early enough for a question to be asked and answered. */
    private static final double SESSION_TO_USE = 0.85;

    private final Login login;

    SaslAuthentication(Login login) {
        this.login = login;
    }

    /**
     * Authenticates.
     *
     * @throws ApiErrorException with the broker's words when it refuses
     * @throws AuthenticationException when the broker is not who it claims to be
     */
    void on(BrokerConnection connection, Address address, Deadline deadline) throws IOException {
        handshake(connection, deadline);
        try {
            var conversation = login.conversation(address.host());
            var words = Optional.of(conversation.begin());
            while (words.isPresent()) {
                var said = say(words.get(), connection, deadline);
                if (said.sessionLifetimeMs() > 0) {
                    connection.endSession(Deadline.in((long) (SESSION_TO_USE * said.sessionLifetimeMs())));
                }
                words = conversation.answer(said.authBytes());
            }
        } catch (SaslException wrong) {
            throw AuthenticationException.ofSasl(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void handshake(BrokerConnection connection, Deadline deadline) throws IOException {
        var answer = new SaslHandshakeResponseData();
        var request = new SaslHandshakeRequestData().setMechanism(login.mechanism());
        connection.ask(request, version(connection, request), answer, deadline);
        switch (answer.errorCode()) {
            case ErrorCodes.NONE -> {}
            case UNSUPPORTED_SASL_MECHANISM ->
                throw new ApiErrorException(
                        answer.errorCode(),
                        "Client SASL mechanism '" + login.mechanism()
                                + "' not enabled in the server, enabled mechanisms are " + answer.mechanisms());
            case ILLEGAL_SASL_STATE ->
                throw new ApiErrorException(
                        answer.errorCode(),
                        "Unexpected handshake request with client mechanism " + login.mechanism()
                                + ", enabled mechanisms are " + answer.mechanisms()
                                + ". This listener asks for no SASL: set security.protocol to PLAINTEXT or SSL, or take another port.");
            default -> throw new ApiErrorException(answer.errorCode(), null);
        }
    }

    private static SaslAuthenticateResponseData say(byte[] words, BrokerConnection connection, Deadline deadline)
            throws IOException {
        var answer = new SaslAuthenticateResponseData();
        var request = new SaslAuthenticateRequestData().setAuthBytes(words);
        connection.ask(request, version(connection, request), answer, deadline);
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        return answer;
    }

    private static short version(BrokerConnection connection, ApiMessage request) {
        return connection
                .usableVersion(request, Short.MAX_VALUE)
                .orElseThrow(() -> new UnsupportedApiException(
                        "the broker does not serve SASL as Apache Kafka does since 1.0 (API " + request.apiKey()
                                + ")"));
    }
}
