package dev.gregor.broker.network;

import dev.gregor.broker.api.ErrorResponse;
import dev.gregor.broker.api.PendingAnswer;
import dev.gregor.broker.api.RequestContext;
import dev.gregor.broker.api.RequestHandler;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way to an answer. Owned by the connection's event loop; the handler may complete it on any thread.
 *
 * <p>The frame is released once the outcome is known, or later if the handler's {@link PendingAnswer} still needs it.
 */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final ApiKeys api;
    private final short version;
    private final int correlationId;
    private final CompletableFuture<Outcome> outcome;
    private final @Nullable PendingAnswer pending;

    private Exchange(RequestContext context, CompletableFuture<Outcome> outcome, @Nullable PendingAnswer pending) {
        this.api = context.api();
        this.version = context.apiVersion();
        this.correlationId = context.correlationId();
        this.outcome = outcome;
        this.pending = pending;
    }

    /**
     * What becomes of a request.
     *
     * @param response what to send; null for silence
     * @param closing why the connection is closed instead; null if it is not
     */
    record Outcome(@Nullable ApiMessage response, @Nullable Throwable closing) {
        static final Outcome SILENCE = new Outcome(null, null);
    }

    /**
     * Hands the request to its handler.
     *
     * @param onRelease told, on any thread, how many bytes of request are done with
     */
    static Exchange start(
            RequestContext context,
            RequestHandler<ApiMessage, ApiMessage> handler,
            ApiMessage request,
            ByteBuf frame,
            FrameRelease onRelease) {
        int bytes = frame.readableBytes();
        CompletionStage<ApiMessage> stage;
        try {
            stage = handler.handle(context, request);
        } catch (Throwable e) {
            stage = CompletableFuture.failedFuture(e);
        }
        var answer = stage.toCompletableFuture();
        PendingAnswer pending = null;
        if (stage instanceof PendingAnswer it) {
            pending = it;
            frame.retain();
            it.whenRequestIsFree(() -> {
                if (frame.release()) {
                    onRelease.onReleased(bytes);
                }
            });
        }
        // A chain of stages costs objects that an answer given at once does not need.
        CompletableFuture<Outcome> outcome;
        if (answer.isDone()) {
            outcome = CompletableFuture.completedFuture(outcome(context, handler, request, answer));
            if (frame.release()) {
                onRelease.onReleased(bytes);
            }
        } else {
            outcome = answer.handle((response, failure) -> {
                var result = outcome(context, handler, request, answer);
                if (frame.release()) {
                    onRelease.onReleased(bytes);
                }
                return result;
            });
        }
        return new Exchange(context, outcome, pending);
    }

    ApiKeys api() {
        return api;
    }

    short version() {
        return version;
    }

    int correlationId() {
        return correlationId;
    }

    boolean isDone() {
        return outcome.isDone();
    }

    /** @return what became of it; only once it is done */
    Outcome outcome() {
        return outcome.join();
    }

    /** Runs {@code action}, on any thread, once it is done. */
    void whenDone(Runnable action) {
        var ignored = outcome.thenRun(action);
    }

    /** The connection is gone: drops the answer, whenever it comes. */
    void abandon() {
        if (pending != null) {
            pending.abandon();
        }
        var ignored = outcome.thenAccept(late -> {
            if (late.response() != null) {
                ResponseWriter.releaseSlices(late.response());
            }
        });
    }

    private static Outcome outcome(
            RequestContext context,
            RequestHandler<ApiMessage, ApiMessage> handler,
            ApiMessage request,
            CompletableFuture<ApiMessage> answer) {
        boolean answers = handler.answers(request);
        try {
            var response = answer.join();
            return answers ? new Outcome(response, null) : Outcome.SILENCE;
        } catch (Throwable failure) {
            return answers ? errorOutcome(context, request, failure) : new Outcome(null, failure);
        }
    }

    private static Outcome errorOutcome(RequestContext context, ApiMessage request, Throwable failure) {
        if (failure instanceof CancellationException) {
            // Its client left while it waited, which is no failure, and nobody is there to be answered.
            return new Outcome(null, failure);
        }
        LOG.warn("{} from {} failed: {}", context.api(), context.connectionId(), failure.toString());
        LOG.debug("{} from {} failed", context.api(), context.connectionId(), failure);
        try {
            return ErrorResponse.of(context.api(), context.apiVersion(), request, failure)
                    .map(response -> new Outcome(response, null))
                    .orElseGet(() -> new Outcome(null, failure));
        } catch (RuntimeException unspeakable) {
            failure.addSuppressed(unspeakable);
            return new Outcome(null, failure);
        }
    }

    /** Told when a request's bytes are done with. */
    @FunctionalInterface
    interface FrameRelease {
        void onReleased(int bytes);
    }
}
