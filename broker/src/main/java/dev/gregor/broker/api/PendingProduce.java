package dev.gregor.broker.api;

import dev.gregor.broker.storage.AppendResult;
import dev.gregor.broker.storage.LogAppend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.BatchIndexAndErrorMessage;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/**
 * A produce request whose partitions are being appended to: complete when all of them are, or when its time is up. Rows are
 * added by the event loop; each is completed once by whichever thread wrote it. The request's buffers are in use until every
 * row is done, which a time-out does not change.
 */
final class PendingProduce extends CompletableFuture<ProduceResponseData> implements PendingAnswer {
    private static final Runnable FREE = () -> {};

    private final ProduceResponseData response = new ProduceResponseData();
    private final Finisher finisher;
    private final List<Row> rows = new ArrayList<>();
    /** Rows to come, and one for the request itself until all rows are added. */
    private final AtomicInteger left = new AtomicInteger(1);

    private final AtomicReference<@Nullable Runnable> release = new AtomicReference<>();
    private volatile boolean failed;
    private volatile @Nullable Future<?> timer;

    /** @param finisher makes the answer of a response whose rows are all known */
    PendingProduce(Finisher finisher) {
        this.finisher = finisher;
    }

    /** Called once per request, on the thread that completes it. */
    @FunctionalInterface
    interface Finisher {
        /**
         * @param failed whether any row has an error
         * @throws org.apache.kafka.common.errors.ApiException to fail the request instead
         */
        void finish(ProduceResponseData response, boolean failed);
    }

    /** A row to complete; it is part of the answer. */
    Row row(TopicProduceResponse topic, int partition) {
        left.getAndIncrement();
        var row = new Row(this, topic, partition);
        rows.add(row);
        return row;
    }

    ProduceResponseData response() {
        return response;
    }

    /** All rows are added. If some still wait, the others and a time-out go out after {@code timeoutMs}. */
    void submitted(RequestContext context, int timeoutMs) {
        onRowDone();
        if (!isDone()) {
            timer = context.eventLoop().schedule(this::onTimeout, Math.max(0, timeoutMs), TimeUnit.MILLISECONDS);
            if (isDone()) {
                cancelTimer();
            }
        }
    }

    @Override
    public void abandon() {
        cancelTimer();
    }

    @Override
    public void whenRequestIsFree(Runnable action) {
        if (!release.compareAndSet(null, action)) {
            action.run();
        }
    }

    private void onRowDone() {
        if (left.decrementAndGet() != 0) {
            return;
        }
        finish(response);
        var action = release.getAndSet(FREE);
        if (action != null) {
            action.run();
        }
        cancelTimer();
    }

    private void finish(ProduceResponseData answer) {
        try {
            finisher.finish(answer, failed);
            complete(answer);
        } catch (RuntimeException e) {
            completeExceptionally(e);
        }
    }

    /** Answers from a copy: rows that are late still write to the original. */
    private void onTimeout() {
        if (isDone()) {
            return;
        }
        var answer = new ProduceResponseData();
        TopicProduceResponse topic = null;
        TopicProduceResponse of = null;
        for (var row : rows) {
            if (topic == null || of != row.topic) {
                of = row.topic;
                topic = new TopicProduceResponse().setName(of.name()).setTopicId(of.topicId());
                answer.responses().add(topic);
            }
            topic.partitionResponses().add(row.done ? row.data : error(row.data.index(), Errors.REQUEST_TIMED_OUT));
        }
        failed = true;
        finish(answer);
    }

    private void cancelTimer() {
        var running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    private static PartitionProduceResponse error(int partition, Errors error) {
        return new PartitionProduceResponse()
                .setIndex(partition)
                .setBaseOffset(-1)
                .setErrorCode(error.code());
    }

    /** One partition's part of the answer. */
    static final class Row implements LogAppend.Completion {
        private final PendingProduce request;
        private final TopicProduceResponse topic;
        private final PartitionProduceResponse data;
        private volatile boolean done;

        Row(PendingProduce request, TopicProduceResponse topic, int partition) {
            this.request = request;
            this.topic = topic;
            this.data = new PartitionProduceResponse().setIndex(partition);
            topic.partitionResponses().add(data);
        }

        @Override
        public void onAppended(AppendResult result) {
            if (result instanceof AppendResult.Appended appended) {
                data.setBaseOffset(appended.baseOffset())
                        .setLogAppendTimeMs(appended.logAppendTimeMs())
                        .setLogStartOffset(appended.logStartOffset());
            } else if (result instanceof AppendResult.Rejected rejected) {
                data.setBaseOffset(-1)
                        .setErrorCode(rejected.error().code())
                        .setLogStartOffset(rejected.logStartOffset());
                if (!rejected.recordErrors().isEmpty()) {
                    data.setErrorMessage(rejected.message());
                    for (var error : rejected.recordErrors()) {
                        data.recordErrors()
                                .add(new BatchIndexAndErrorMessage()
                                        .setBatchIndex(error.index())
                                        .setBatchIndexErrorMessage(error.message()));
                    }
                }
                request.failed = true;
            }
            finish();
        }

        /** Nothing was tried. */
        void fail(Errors error) {
            data.setBaseOffset(-1).setErrorCode(error.code());
            request.failed = true;
            finish();
        }

        private void finish() {
            done = true;
            request.onRowDone();
        }
    }
}
