package dev.gregor.broker.network;

import dev.gregor.broker.api.ClusterFeatures;
import dev.gregor.broker.api.HandlerRegistry;
import dev.gregor.broker.api.RequestContext;
import dev.gregor.broker.api.RequestHandler;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;

/** Handlers whose answers a test gives when it wants to. */
final class StubHandlers {
    static final ClusterFeatures NO_FEATURES = new ClusterFeatures() {
        @Override
        public Map<String, Levels> supported() {
            return Map.of(
                    "metadata.version",
                    new Levels((short) 7, (short) 29),
                    "kraft.version",
                    new Levels((short) 0, (short) 1));
        }

        @Override
        public Finalized finalized() {
            return new Finalized(Map.of("metadata.version", (short) 29), 12);
        }
    };

    private StubHandlers() {}

    static HandlerRegistry registry(RequestHandler<?, ?>... handlers) {
        return HandlerRegistry.of(List.of(handlers), NO_FEATURES);
    }

    /** Answers with what a function makes of the request. */
    static <Q extends ApiMessage, R extends ApiMessage> RequestHandler<Q, R> answering(
            ApiKeys api, BiFunction<RequestContext, Q, R> answer) {
        return new RequestHandler<>() {
            @Override
            public ApiKeys api() {
                return api;
            }

            @Override
            public CompletionStage<R> handle(RequestContext context, Q request) {
                return CompletableFuture.completedFuture(answer.apply(context, request));
            }
        };
    }

    /** Collects requests; their stages complete when the test says so. */
    static final class Slow<Q extends ApiMessage, R extends ApiMessage> implements RequestHandler<Q, R> {
        record Waiting<Q, R>(RequestContext context, Q request, CompletableFuture<R> stage) {}

        final Queue<Waiting<Q, R>> waiting = new ConcurrentLinkedQueue<>();
        private final ApiKeys api;
        private final boolean overlaps;

        Slow(ApiKeys api, boolean overlaps) {
            this.api = api;
            this.overlaps = overlaps;
        }

        @Override
        public ApiKeys api() {
            return api;
        }

        @Override
        public boolean overlaps() {
            return overlaps;
        }

        @Override
        public CompletionStage<R> handle(RequestContext context, Q request) {
            var stage = new CompletableFuture<R>();
            waiting.add(new Waiting<>(context, request, stage));
            return stage;
        }
    }
}
