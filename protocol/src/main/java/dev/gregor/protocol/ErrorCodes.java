package dev.gregor.protocol;

import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/** Error codes of the protocol, as numbers: kafka-clients' enum loads a class for each, so it is asked only for a message. */
public final class ErrorCodes {
    /** No error. */
    public static final short NONE = 0;
    /** The topic or the partition is not known. */
    public static final short UNKNOWN_TOPIC_OR_PARTITION = 3;
    /** The topic is there already. */
    public static final short TOPIC_ALREADY_EXISTS = 36;
    /** The broker asked is not the controller. */
    public static final short NOT_CONTROLLER = 41;
    /** The broker does not serve this version, or not this field in it. */
    public static final short UNSUPPORTED_VERSION = 35;
    /** A leader just elected does not know yet how far records are committed. */
    private static final short OFFSET_NOT_AVAILABLE = 78;

    private ErrorCodes() {}

    /** Whether asking again may go well, after looking up anew who is responsible. */
    public static boolean isRetriable(short code) {
        return switch (code) {
            case 5, 6, 13, 14, 15, 16, NOT_CONTROLLER, 56, 74, 75, OFFSET_NOT_AVAILABLE -> true;
            default -> false;
        };
    }

    /** The error's text as the broker gave it, or else the protocol's own. */
    public static String text(short code, @Nullable String fromBroker) {
        return fromBroker == null || fromBroker.isEmpty() ? Errors.forCode(code).message() : fromBroker;
    }
}
