package dev.gregor.broker.quorum;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.server.fault.FaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a fault in Apache Kafka's parts: a fatal one ends the broker, the rest is logged. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();

    /** @return completes with the first fatal fault */
    CompletableFuture<Throwable> firstFatal() {
        return fatal;
    }

    FaultHandler fatal(String where) {
        return (message, cause) -> {
            LOG.error("Fatal fault in {}: {}", where, message, cause);
            var fault = fault(where, message, cause);
            fatal.complete(fault);
            return fault;
        };
    }

    FaultHandler logged(String where) {
        return (message, cause) -> {
            LOG.error("Fault in {}: {}", where, message, cause);
            return fault(where, message, cause);
        };
    }

    private static RuntimeException fault(String where, String message, @Nullable Throwable cause) {
        return new RuntimeException(where + ": " + message, cause);
    }
}
