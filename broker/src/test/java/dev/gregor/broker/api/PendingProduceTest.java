package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.storage.AppendResult;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;

class PendingProduceTest {
    private static final AppendResult WRITTEN = new AppendResult.Appended(5, 6, -1, 0, false);
    private static final int TIMEOUT_MS = 100;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final RequestContext context = new RequestContext(
            ApiKeys.PRODUCE,
            (short) 12,
            1,
            "client",
            KafkaPrincipal.ANONYMOUS,
            InetAddress.getLoopbackAddress(),
            "PLAINTEXT",
            SecurityProtocol.PLAINTEXT,
            "connection",
            channel.eventLoop());
    private final AtomicInteger released = new AtomicInteger();
    private final TopicProduceResponse topic = new TopicProduceResponse().setName("t");

    @Test
    void givenRowsDoneAtOnce_whenSubmitted_thenItIsAnsweredAndFree() {
        // given
        var produce = produce();
        var row = produce.row(topic, 0);
        row.onAppended(WRITTEN);
        // when
        produce.submitted(context, TIMEOUT_MS);
        produce.whenRequestIsFree(released::incrementAndGet);
        // then
        assertThat(produce).isCompleted();
        assertThat(released).hasValue(1);
        assertThat(topic.partitionResponses().get(0).baseOffset()).isEqualTo(5);
    }

    @Test
    void givenARowThatWaits_whenTheTimeIsUp_thenItTimesOutAndTheRequestStaysInUse() {
        // given
        channel.freezeTime();
        var produce = produce();
        var done = produce.row(topic, 0);
        var late = produce.row(topic, 1);
        done.onAppended(WRITTEN);
        produce.submitted(context, TIMEOUT_MS);
        produce.whenRequestIsFree(released::incrementAndGet);
        // when
        channel.advanceTimeBy(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        // then
        var rows = produce.join().responses().iterator().next().partitionResponses();
        assertThat(rows)
                .extracting(row -> Errors.forCode(row.errorCode()))
                .containsExactly(Errors.NONE, Errors.REQUEST_TIMED_OUT);
        assertThat(released).hasValue(0);
        late.onAppended(WRITTEN);
        assertThat(released).hasValue(1);
        assertThat(rows.get(1).errorCode()).isEqualTo(Errors.REQUEST_TIMED_OUT.code());
    }

    @Test
    void givenRefusedRecords_whenDone_thenTheirErrorsAreInTheAnswer() {
        // given
        var produce = produce();
        var row = produce.row(topic, 0);
        // when
        row.onAppended(new AppendResult.Rejected(
                Errors.INVALID_RECORD, "no key", List.of(new AppendResult.RecordError(2, "no key")), 3));
        produce.submitted(context, TIMEOUT_MS);
        // then
        var data = topic.partitionResponses().get(0);
        assertThat(data.errorMessage()).isEqualTo("no key");
        assertThat(data.recordErrors().get(0).batchIndex()).isEqualTo(2);
        assertThat(data.logStartOffset()).isEqualTo(3);
        assertThat(data.baseOffset()).isEqualTo(-1);
    }

    @Test
    void givenAFinisherThatRefuses_whenDone_thenTheStageFails() {
        // given
        var produce = new PendingProduce((response, failed) -> {
            if (failed) {
                throw Errors.NOT_LEADER_OR_FOLLOWER.exception();
            }
        });
        // when
        produce.row(topic, 0).fail(Errors.NOT_LEADER_OR_FOLLOWER);
        produce.submitted(context, TIMEOUT_MS);
        // then
        assertThatThrownBy(produce::join).isInstanceOf(CompletionException.class);
    }

    private PendingProduce produce() {
        var produce = new PendingProduce((response, failed) -> {});
        produce.response().responses().add(topic);
        return produce;
    }
}
