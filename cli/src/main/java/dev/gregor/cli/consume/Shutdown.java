package dev.gregor.cli.consume;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Lets a consumer leave its group when a signal ends the process, and says so where that is asked for. */
final class Shutdown {
    private final CountDownLatch done = new CountDownLatch(1);
    private final boolean tells;
    private final PrintStream out;
    private final Thread hook;

    /**
     * From now on a signal wakes the consumer.
     *
     * @param tells whether to print {@code shutdown_complete} at the end
     */
    Shutdown(Runnable wakeup, boolean tells, PrintStream out) {
        this.tells = tells;
        this.out = out;
        this.hook = new Thread(() -> stop(wakeup), "consumer-shutdown-hook");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Runnable wakeup) {
        wakeup.run();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tell();
    }

    /** The consumer has left: the process may end. */
    void onClosed() {
        done.countDown();
    }

    /** The run has come to its end by itself. */
    void onEnd() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            return;
        }
        tell();
    }

    private void tell() {
        if (tells) {
            out.println("shutdown_complete");
            out.flush();
        }
    }
}
