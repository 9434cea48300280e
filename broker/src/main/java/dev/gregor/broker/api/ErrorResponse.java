package dev.gregor.broker.api;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.AbstractRequest;

/** The answer that an API has for a request that failed as a whole, as Apache Kafka's own request classes give it. */
public final class ErrorResponse {
    private ErrorResponse() {}

    /**
     * @param request as parsed; its buffers must still be valid
     * @return nothing where the API has no way to tell
     */
    public static Optional<ApiMessage> of(ApiKeys api, short version, ApiMessage request, Throwable failure) {
        // Kafka's request classes wrap only what they have parsed themselves; failures are rare enough to write and
        // parse again.
        var bytes = MessageUtil.toByteBufferAccessor(request, version);
        var response = AbstractRequest.parseRequest(api, version, bytes).request.getErrorResponse(0, cause(failure));
        return Optional.ofNullable(response).map(it -> it.data());
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
