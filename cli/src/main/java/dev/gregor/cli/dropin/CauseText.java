package dev.gregor.cli.dropin;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.AuthenticationException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.UnsupportedApiException;

/** A failure as Kafka's tools tell it after waiting for an answer: the exception's class, a colon, its message. */
public final class CauseText {
    private static final String ERRORS = "org.apache.kafka.common.errors.";

    private CauseText() {}

    /** What an ExecutionException around it says; a failure that comes from no cluster says its message alone. */
    public static String of(Exception failure) {
        if (failure instanceof ApiErrorException || failure instanceof AuthenticationException) {
            return ((ClusterException) failure).kafkaClassName() + ": " + failure.getMessage();
        }
        if (failure instanceof ClusterUnreachableException) {
            return ERRORS + "TimeoutException: " + failure.getMessage();
        }
        if (failure instanceof UnsupportedApiException) {
            return ERRORS + "UnsupportedVersionException: " + failure.getMessage();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
