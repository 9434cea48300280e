package dev.gregor.broker.api;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;

/**
 * Answers one API. Called on the connection's event loop and must not block; the stage may complete on any thread.
 *
 * <p>Byte buffers inside the request (records, above all) are slices of the pooled frame: they are valid until the stage
 * completes, not longer, unless the stage is a {@link PendingAnswer} that says otherwise. A stage that fails, or a throw,
 * is answered with the API's own error response for the exception.
 *
 * @param <Q> Kafka's generated request data
 * @param <R> Kafka's generated response data; its version is the request's
 */
public interface RequestHandler<Q extends ApiMessage, R extends ApiMessage> {
    ApiKeys api();

    /** @return the oldest version served; Kafka's own unless a handler says otherwise */
    default short oldestVersion() {
        return api().oldestVersion();
    }

    /** @return the newest version served; Kafka's newest stable one unless a handler says otherwise */
    default short latestVersion() {
        return api().latestVersion(false);
    }

    CompletionStage<R> handle(RequestContext context, Q request);

    /**
     * Whether the client waits for an answer. Where it does not, a failed stage closes the connection, which is all a client
     * can notice.
     */
    default boolean answers(Q request) {
        return true;
    }

    /**
     * Whether this request may be handled while earlier ones of the same API and connection still wait for their answers.
     * All others are handled one at a time per connection, as in Apache Kafka.
     */
    default boolean overlaps() {
        return false;
    }
}
