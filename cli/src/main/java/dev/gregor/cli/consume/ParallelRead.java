package dev.gregor.cli.consume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Spreads spans over consumers, each with a thread, so that all of them have about as much to read. */
final class ParallelRead implements AutoCloseable {
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ReadState state;
    private final int timeoutMs;
    private final List<Consumer<byte[], byte[]>> open = new CopyOnWriteArrayList<>();

    ParallelRead(Supplier<Consumer<byte[], byte[]>> consumers, ReadState state, int timeoutMs) {
        this.consumers = consumers;
        this.state = state;
        this.timeoutMs = timeoutMs;
    }

    /** Reads all of them, with so many consumers at most; throws what the first of them that failed threw. */
    void read(List<Span> spans, int atMost, RecordSink sink) throws InterruptedException {
        var shares = shares(spans, atMost);
        if (shares.size() == 1) {
            readWithOne(shares.get(0), List::of, sink);
            return;
        }
        var threads = Executors.newFixedThreadPool(shares.size());
        try {
            var readers = new ExecutorCompletionService<Void>(threads);
            shares.forEach(share -> readers.submit(() -> readWithOne(share, List::of, sink), null));
            for (int i = 0; i < shares.size(); i++) {
                readers.take().get();
            }
        } catch (ExecutionException failed) {
            stop();
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** Reads them on this thread with one consumer, and what comes to be besides. */
    void follow(List<Span> spans, Supplier<List<Span>> more, RecordSink sink) {
        readWithOne(spans, more, sink);
    }

    private void readWithOne(List<Span> share, Supplier<List<Span>> more, RecordSink sink) {
        try (var consumer = consumers.get()) {
            open.add(consumer);
            try {
                new SpanReader(consumer, state, timeoutMs).read(share, more, sink);
            } finally {
                open.remove(consumer);
            }
        }
    }

    /** The longest first, each to whoever has least. */
    static List<List<Span>> shares(List<Span> spans, int atMost) {
        var sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::length).reversed());
        var least = new PriorityQueue<Share>(Comparator.comparingLong(share -> share.length));
        for (int i = 0; i < Math.max(1, Math.min(atMost, spans.size())); i++) {
            least.add(new Share());
        }
        for (var span : sorted) {
            var share = least.remove();
            share.spans.add(span);
            share.length += span.length() + 1;
            least.add(share);
        }
        return least.stream().map(share -> share.spans).toList();
    }

    private static final class Share {
        private final List<Span> spans = new ArrayList<>();
        private long length;
    }

    /** Stops the readers, from any thread. */
    void stop() {
        state.enough();
        open.forEach(Consumer::wakeup);
    }

    @Override
    public void close() {
        stop();
    }
}
