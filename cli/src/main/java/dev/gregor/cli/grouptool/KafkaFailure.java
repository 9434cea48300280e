package dev.gregor.cli.grouptool;

import dev.gregor.cli.dropin.OptionException;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.UnsupportedApiException;

/**
 * A failure with the class name that Apache Kafka's tools print for it, which scripts search for. What failed inside the
 * admin client comes out of it wrapped, once or twice, and the message then begins with the inner one's name.
 */
public final class KafkaFailure extends ClusterException {
    private static final long serialVersionUID = 1L;

    private static final String EXECUTION = "java.util.concurrent.ExecutionException";
    private static final String RUNTIME = "java.lang.RuntimeException";

    private final String kafkaClass;

    /** Under this name. */
    public KafkaFailure(String kafkaClass, String message) {
        super(message);
        this.kafkaClass = kafkaClass;
    }

    /** The failure itself, under the name it has in Kafka. */
    public static KafkaFailure of(RuntimeException failure) {
        if (failure instanceof KafkaFailure already) {
            return already;
        }
        var message = String.valueOf(failure.getMessage());
        if (failure instanceof ApiErrorException refused) {
            return new KafkaFailure(refused.kafkaClassName(), message);
        }
        if (failure instanceof ClusterUnreachableException) {
            return new KafkaFailure("org.apache.kafka.common.errors.TimeoutException", message);
        }
        if (failure instanceof OptionException) {
            return new KafkaFailure(
                    message.startsWith("Cannot parse")
                            ? "joptsimple.OptionArgumentConversionException"
                            : "joptsimple.MultipleArgumentsForOptionException",
                    message);
        }
        if (failure instanceof UnsupportedApiException) {
            return new KafkaFailure("org.apache.kafka.common.errors.UnsupportedVersionException", message);
        }
        return new KafkaFailure(failure.getClass().getName(), message);
    }

    /** As a future of the admin client throws it. */
    public static KafkaFailure fromFuture(RuntimeException failure) {
        return new KafkaFailure(EXECUTION, of(failure).text());
    }

    /** As it comes out of code that waits for such a future and may not throw what it throws. */
    public static KafkaFailure rethrown(RuntimeException failure) {
        return new KafkaFailure(RUNTIME, fromFuture(failure).text());
    }

    /** A checked failure, wrapped so that it may be thrown. */
    public static KafkaFailure unchecked(Exception failure) {
        return new KafkaFailure(RUNTIME, failure.toString());
    }

    /** {@code class: message}, as Kafka prints it. */
    public String text() {
        return kafkaClass + ": " + getMessage();
    }
}
