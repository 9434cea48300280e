package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.group.TestCluster;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** Asks a handler in one version of its API: request and answer are written and parsed as on the wire. */
final class Wire implements AutoCloseable {
    private final ScheduledExecutorService eventLoop = Executors.newSingleThreadScheduledExecutor();
    private final TestCluster cluster;

    Wire(TestCluster cluster) {
        this.cluster = cluster;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the answer's type goes with the request's
    <R extends ApiMessage> R ask(ApiMessage request, int version) {
        return this.<R>send(request, version).orTimeout(20, TimeUnit.SECONDS).join();
    }

    @SuppressWarnings("unchecked")
    <R extends ApiMessage> CompletableFuture<R> send(ApiMessage request, int version) {
        var api = ApiKeys.forId(request.apiKey());
        var handler = handler(api);
        assertThat((short) version).isBetween(handler.oldestVersion(), handler.latestVersion());
        var parsed = parse(api, request, (short) version);
        CompletableFuture<ApiMessage> answer;
        try {
            answer = handler.handle(context(api, (short) version), parsed).toCompletableFuture();
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.exceptionally(failure -> failed(api, request, (short) version, failure))
                .thenApply(response -> (R) AbstractResponse.parseResponse(
                                api, MessageUtil.toByteBufferAccessor(response, (short) version), (short) version)
                        .data());
    }

    @SuppressWarnings("unchecked")
    private RequestHandler<ApiMessage, ApiMessage> handler(ApiKeys api) {
        return (RequestHandler<ApiMessage, ApiMessage>) GroupHandlers.of(cluster.groups(), cluster.metadata()).stream()
                .filter(handler -> handler.api() == api)
                .findFirst()
                .orElseThrow();
    }

    private static ApiMessage parse(ApiKeys api, ApiMessage request, short version) {
        return AbstractRequest.parseRequest(api, version, MessageUtil.toByteBufferAccessor(request, version))
                .request
                .data();
    }

    private static ApiMessage failed(ApiKeys api, ApiMessage request, short version, Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return AbstractRequest.parseRequest(api, version, MessageUtil.toByteBufferAccessor(request, version))
                .request
                .getErrorResponse(cause)
                .data();
    }

    private RequestContext context(ApiKeys api, short version) {
        return new RequestContext(
                api,
                version,
                0,
                "test",
                KafkaPrincipal.ANONYMOUS,
                InetAddress.getLoopbackAddress(),
                "PLAINTEXT",
                SecurityProtocol.PLAINTEXT,
                "1",
                eventLoop);
    }

    @Override
    public void close() {
        eventLoop.shutdownNow();
    }
}
