package dev.gregor.protocol;

import org.apache.kafka.common.protocol.Errors;

/** The cluster understood a request and refused it; the message is the broker's, or the protocol's own for the code. */
public final class ApiErrorException extends ClusterException {
    private static final long serialVersionUID = 1L;

    private final short code;

    /** With the error's code and what the broker said about it, which may be nothing. */
    public ApiErrorException(short code, @org.jspecify.annotations.Nullable String fromBroker) {
        super(ErrorCodes.text(code, fromBroker));
        this.code = code;
    }

    /** The protocol's error code, never 0. */
    public short code() {
        return code;
    }

    @Override
    public String kafkaClassName() {
        return Errors.forCode(code).exception().getClass().getName();
    }
}
