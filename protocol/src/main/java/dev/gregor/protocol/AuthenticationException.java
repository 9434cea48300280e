package dev.gregor.protocol;

/** One side did not let the other in; asking again would change nothing. The message begins with Kafka's own words. */
public final class AuthenticationException extends ClusterException {
    private static final long serialVersionUID = 1L;
    private static final String ERRORS = "org.apache.kafka.common.errors.";

    private final String kafkaClassName;

    private AuthenticationException(String kafkaClassName, String message, Throwable cause) {
        super(message, cause);
        this.kafkaClassName = kafkaClassName;
    }

    /** TLS: a certificate that is not trusted, or a listener that speaks something else. */
    static AuthenticationException ofTls(String detail, Throwable cause) {
        return new AuthenticationException(
                ERRORS + "SslAuthenticationException", "SSL handshake failed: " + detail, cause);
    }

    /** SASL: the client found fault with what the broker said. */
    static AuthenticationException ofSasl(String detail, Throwable cause) {
        return new AuthenticationException(
                ERRORS + "SaslAuthenticationException",
                "An error: (" + detail + ") occurred when evaluating SASL token received from the Kafka Broker.",
                cause);
    }

    @Override
    public String kafkaClassName() {
        return kafkaClassName;
    }
}
