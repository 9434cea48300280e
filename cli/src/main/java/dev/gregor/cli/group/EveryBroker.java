package dev.gregor.cli.group;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks several brokers at once, each through a client and at times a thread of its own; a question to one broker alone stays
 * on the caller's thread and client. Clients and threads are kept until {@link #close}. Owned by one thread, which waits for
 * the others.
 */
final class EveryBroker implements AutoCloseable {
    private static final int MAX_THREADS = 16;

    private final ClusterClient first;
    private final Supplier<ClusterClient> another;
    private final Map<Integer, ClusterClient> clients = new HashMap<>();
    private Optional<ExecutorService> threads = Optional.empty();

    /**
     * With these clients.
     *
     * @param first   stays the caller's
     * @param another opens one more client to the same cluster; closed here
     */
    EveryBroker(ClusterClient first, Supplier<ClusterClient> another) {
        this.first = first;
        this.another = another;
    }

    /** A question to one broker. */
    @FunctionalInterface
    interface Question<B, A> {
        A ask(ClusterClient client, B about);
    }

    /**
     * Puts each broker its own question, all at once; the answers come in the order of the brokers' ids. When one fails, that
     * is thrown once all others are through.
     */
    <B, A> List<A> ask(Map<Integer, B> questions, Question<B, A> question) {
        if (questions.size() <= 1) {
            var answers = new ArrayList<A>();
            questions.values().forEach(about -> answers.add(question.ask(first, about)));
            return answers;
        }
        if (threads.isEmpty()) {
            threads = Optional.of(Executors.newFixedThreadPool(MAX_THREADS, task -> {
                var thread = new Thread(task, "group sweep");
                thread.setDaemon(true);
                return thread;
            }));
        }
        var running = new ArrayList<Future<A>>();
        questions.forEach((broker, about) -> {
            var client = clients.computeIfAbsent(broker, id -> another.get());
            Callable<A> task = () -> question.ask(client, about);
            running.add(threads.orElseThrow().submit(task));
        });
        var answers = new ArrayList<A>();
        var failures = new ArrayList<RuntimeException>();
        for (var future : running) {
            try {
                answers.add(answer(future));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ClusterException("interrupted while asking the brokers", interrupted);
            } catch (RuntimeException failed) {
                // The others still use their clients: whoever closes these at once would do so under their hands.
                failures.add(failed);
            }
        }
        for (var failure : failures) {
            throw failure;
        }
        return answers;
    }

    private static <A> A answer(Future<A> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.ifPresent(ExecutorService::shutdownNow);
        clients.values().forEach(ClusterClient::close);
    }
}
