package dev.gregor.cli.dropin;

import dev.gregor.protocol.ApiErrorException;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/** How Kafka's tools print an error that a broker answered: the exception's class and its message. */
public final class KafkaText {
    private KafkaText() {}

    /** For an error code; an empty message of the broker stands for the protocol's own. */
    public static String exception(short code, @Nullable String fromBroker) {
        return exception(new ApiErrorException(code, fromBroker));
    }

    /** For an error as the client throws it. */
    public static String exception(ApiErrorException refused) {
        return refused.kafkaClassName() + ": " + refused.getMessage();
    }

    /** The name of an error code in the protocol. */
    public static String name(short code) {
        return Errors.forCode(code).name();
    }
}
