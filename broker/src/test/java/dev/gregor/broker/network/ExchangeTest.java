package dev.gregor.broker.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.api.PendingAnswer;
import dev.gregor.broker.api.RequestContext;
import dev.gregor.broker.api.RequestHandler;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final ScheduledExecutorService eventLoop = Executors.newSingleThreadScheduledExecutor();
    private final RequestContext context = new RequestContext(
            ApiKeys.FETCH,
            (short) 12,
            1,
            "client",
            KafkaPrincipal.ANONYMOUS,
            InetAddress.getLoopbackAddress(),
            "PLAINTEXT",
            SecurityProtocol.PLAINTEXT,
            "connection",
            eventLoop);

    @AfterEach
    void stop() {
        eventLoop.shutdownNow();
    }

    @Test
    void givenAFetchThatWaits_whenItsClientLeaves_thenNoErrorIsAnsweredAndItsFrameIsFreed() {
        // given
        var frame = Unpooled.buffer(16);
        var exchange = Exchange.start(context, new Waiting(), new FetchRequestData(), frame, bytes -> {});
        // when
        exchange.abandon();
        // then
        assertThat(exchange.outcome().response()).isNull();
        assertThat(exchange.outcome().closing()).isInstanceOf(CancellationException.class);
        assertThat(frame.refCnt()).isZero();
    }

    private static final class Waiting implements RequestHandler<ApiMessage, ApiMessage> {
        @Override
        public ApiKeys api() {
            return ApiKeys.FETCH;
        }

        @Override
        public CompletionStage<ApiMessage> handle(RequestContext context, ApiMessage request) {
            return new LongPoll();
        }
    }

    private static final class LongPoll extends CompletableFuture<ApiMessage> implements PendingAnswer {
        @Override
        public void abandon() {
            cancel(false);
        }

        @Override
        public void whenRequestIsFree(Runnable release) {
            release.run();
        }
    }
}
