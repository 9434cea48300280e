package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.common.message.FetchResponseData;
import org.jspecify.annotations.Nullable;

/**
 * A fetch that has found too little and waits for its partitions to move on, or for its time to pass. It holds no thread.
 * Owned by the connection's event loop; a partition's progress may come from any thread and is passed on to it.
 */
final class PendingFetch extends CompletableFuture<FetchResponseData> implements PendingAnswer {
    private final ScheduledExecutorService eventLoop;
    private final FetchReader reader;
    private final List<FetchPartition> partitions;
    private final int minBytes;
    private final Function<FetchReader.Pass, FetchResponseData> respond;
    private final List<Registration> registrations = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private @Nullable Future<?> timer;

    PendingFetch(
            ScheduledExecutorService eventLoop,
            FetchReader reader,
            List<FetchPartition> partitions,
            int minBytes,
            Function<FetchReader.Pass, FetchResponseData> respond) {
        this.eventLoop = eventLoop;
        this.reader = reader;
        this.partitions = partitions;
        this.minBytes = minBytes;
        this.respond = respond;
    }

    static boolean isEnough(FetchReader.Pass pass, int minBytes) {
        return pass.urgent() || pass.bytes() >= minBytes;
    }

    /** Registers with the partitions, and looks once more, since they may have moved before that. */
    void await(int maxWaitMs) {
        timer = eventLoop.schedule(() -> look(true), maxWaitMs, TimeUnit.MILLISECONDS);
        register();
        look(false);
    }

    @Override
    public void abandon() {
        stopWaiting();
        cancel(false);
    }

    @Override
    public void whenRequestIsFree(Runnable release) {
        release.run(); // a fetch request's buffers are read by now
    }

    private void register() {
        Runnable onProgress = this::onProgress;
        for (var request : partitions) {
            reader.partition(request).ifPresent(it -> registrations.add(it.onProgress(onProgress)));
        }
    }

    private void onProgress() {
        if (woken.compareAndSet(false, true)) {
            try {
                eventLoop.execute(this::onWoken);
            } catch (RejectedExecutionException e) {
                abandon(); // the broker stops
            }
        }
    }

    private void onWoken() {
        if (isDone()) {
            return;
        }
        woken.set(false);
        cancelRegistrations();
        register();
        look(false);
    }

    private void look(boolean timeIsUp) {
        if (isDone()) {
            return;
        }
        var pass = reader.read(partitions);
        if (timeIsUp || isEnough(pass, minBytes)) {
            stopWaiting();
            try {
                complete(pass.into(respond));
            } catch (RuntimeException failed) {
                completeExceptionally(failed);
            }
        } else {
            pass.release();
        }
    }

    private void stopWaiting() {
        cancelRegistrations();
        var running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void cancelRegistrations() {
        registrations.forEach(Registration::cancel);
        registrations.clear();
    }
}
