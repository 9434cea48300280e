package dev.gregor.broker.quorum;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.apache.kafka.common.message.AllocateProducerIdsRequestData;
import org.apache.kafka.common.message.AllocateProducerIdsResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/**
 * Producer ids, from blocks that the controller gives to this broker (KIP-730). The next block is asked for when nine tenths of
 * this one are used; who comes when there is none waits for it. Thread-safe; never blocks.
 */
public final class ProducerIds {
    private static final int TENTHS_LEFT_FOR_PREFETCH = 1;

    private final Controller controller;
    private final int brokerId;
    private final LongSupplier brokerEpoch;
    private final Queue<CompletableFuture<Long>> waiting = new ArrayDeque<>();
    private long next;
    private long end;
    private long prefetchAt;
    private @Nullable AllocateProducerIdsResponseData nextBlock;
    private boolean asking;

    ProducerIds(Controller controller, int brokerId, LongSupplier brokerEpoch) {
        this.controller = controller;
        this.brokerId = brokerId;
        this.brokerEpoch = brokerEpoch;
    }

    /** @return an id nobody else has; fails with the controller's error */
    public CompletionStage<Long> next() {
        CompletableFuture<Long> answer;
        boolean ask;
        synchronized (waiting) {
            answer = new CompletableFuture<>();
            waiting.add(answer);
            ask = mustAsk();
        }
        serve();
        if (ask) {
            ask();
        }
        return answer;
    }

    private boolean mustAsk() {
        boolean wanted = !asking && nextBlock == null && next >= prefetchAt;
        asking |= wanted;
        return wanted;
    }

    private void ask() {
        controller
                .allocateProducerIds(new AllocateProducerIdsRequestData()
                        .setBrokerId(brokerId)
                        .setBrokerEpoch(brokerEpoch.getAsLong()))
                .whenComplete((block, error) -> {
                    if (error != null) {
                        fail(error);
                    } else if (block.errorCode() != Errors.NONE.code()) {
                        fail(Errors.forCode(block.errorCode()).exception());
                    } else {
                        synchronized (waiting) {
                            nextBlock = block;
                            asking = false;
                        }
                        serve();
                    }
                });
    }

    private void serve() {
        while (true) {
            CompletableFuture<Long> first;
            long id;
            synchronized (waiting) {
                if (next == end && !turnToNextBlock()) {
                    return;
                }
                var head = waiting.poll();
                if (head == null) {
                    return;
                }
                first = head;
                id = next++;
            }
            first.complete(id);
        }
    }

    private boolean turnToNextBlock() {
        var block = nextBlock;
        if (block == null) {
            return false;
        }
        nextBlock = null;
        next = block.producerIdStart();
        end = next + block.producerIdLen();
        prefetchAt = end - (long) block.producerIdLen() * TENTHS_LEFT_FOR_PREFETCH / 10;
        return true;
    }

    private void fail(Throwable error) {
        var failed = new ArrayDeque<CompletableFuture<Long>>();
        synchronized (waiting) {
            asking = false;
            if (next == end && nextBlock == null) {
                failed.addAll(waiting);
                waiting.clear();
            }
        }
        failed.forEach(future -> future.completeExceptionally(error));
    }
}
