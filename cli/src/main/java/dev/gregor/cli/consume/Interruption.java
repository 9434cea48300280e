package dev.gregor.cli.consume;

import dev.gregor.cli.Session;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a signal, or Ctrl-C in a console, stop a command in order: what was read is printed before the process ends. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Session session;
    private final Thread hook;
    private volatile boolean come;

    /** @param stop called from another thread */
    Interruption(Session session, Runnable stop) {
        this.session = session;
        session.stopBy(Optional.of(() -> stop(stop)));
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
        session.stopBy(Optional.empty());
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            return;
        }
    }
}
