package dev.gregor.cli.consume;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a signal stop a command in order: what was read is printed before the process ends. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean come;

    /** @param stop called from another thread */
    Interruption(Runnable stop) {
        hook = new Thread(() -> stop(stop), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Runnable stop) {
        come = true;
        stop.run();
        try {
            var unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasCome() {
        return come;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            return;
        }
    }
}
