package dev.gregor.broker.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;

/**
 * Who serves which API on a listener, and so what ApiVersions advertises: an API without a handler does not exist. Immutable.
 */
public final class HandlerRegistry {
    private final List<RequestHandler<?, ?>> handlers;
    private final ApiVersionsHandler apiVersions;
    private final List<Optional<RequestHandler<ApiMessage, ApiMessage>>> byKey;

    private HandlerRegistry(Collection<? extends RequestHandler<?, ?>> handlers, ClusterFeatures features) {
        this.apiVersions = new ApiVersionsHandler(this, features);
        var sorted = new ArrayList<RequestHandler<?, ?>>(handlers);
        sorted.add(apiVersions);
        sorted.sort((a, b) -> Short.compare(a.api().id, b.api().id));
        this.handlers = List.copyOf(sorted);
        this.byKey = index(this.handlers);
    }

    /**
     * @param handlers at most one per API; ApiVersions is added by the registry itself
     * @throws IllegalArgumentException if two serve the same API
     */
    public static HandlerRegistry of(Collection<? extends RequestHandler<?, ?>> handlers, ClusterFeatures features) {
        return new HandlerRegistry(handlers, features);
    }

    /** @return the handler of an API, if it is served here, whatever the version */
    public Optional<RequestHandler<ApiMessage, ApiMessage>> handler(ApiKeys api) {
        return api.id < byKey.size() ? byKey.get(api.id) : Optional.empty();
    }

    /** @return the handlers in order of their API's key */
    public List<RequestHandler<?, ?>> handlers() {
        return handlers;
    }

    /** @return the answer to an ApiVersions request of a version that is not served; it goes out in version 0 */
    public ApiVersionsResponseData unsupportedApiVersions() {
        return apiVersions.unsupportedVersion();
    }

    private static List<Optional<RequestHandler<ApiMessage, ApiMessage>>> index(List<RequestHandler<?, ?>> handlers) {
        var byKey = new ArrayList<Optional<RequestHandler<ApiMessage, ApiMessage>>>();
        for (var handler : handlers) {
            int id = handler.api().id;
            if (id < byKey.size()) {
                throw new IllegalArgumentException("two handlers for " + handler.api());
            }
            while (byKey.size() < id) {
                byKey.add(Optional.empty());
            }
            byKey.add(Optional.of(untyped(handler)));
        }
        return List.copyOf(byKey);
    }

    /** Requests reach a handler by its API's key, so their type is the one it takes. */
    @SuppressWarnings("unchecked")
    private static RequestHandler<ApiMessage, ApiMessage> untyped(RequestHandler<?, ?> handler) {
        return (RequestHandler<ApiMessage, ApiMessage>) handler;
    }
}
