package dev.gregor.cli.console;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A command of {@code gregor} on a thread of its own. Cancelled, it is stopped in its own way or interrupted; what does not heed that loses its
 * connection, and what does not heed even that is left to itself, with no one to hear it.
 */
final class CommandRun {
    private static final long HEEDS_WITHIN_MS = 300;
    private static final long ENDS_WITHIN_MS = 2_000;

    private final Session session;
    private final Thread thread;
    private final AtomicInteger exitCode = new AtomicInteger(ExitCode.FAILED);

    private CommandRun(Session session, Streams streams, List<String> words) {
        this.session = session;
        thread = new Thread(
                () -> {
                    exitCode.set(GregorProgram.run(session, streams, words.toArray(new String[0])));
                    streams.out().flush();
                    streams.err().flush();
                },
                String.join(" ", words));
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ignored, failure) -> streams.err().println("gregor: " + failure));
    }

    static CommandRun start(Session session, Streams streams, List<String> words) {
        var run = new CommandRun(session, streams, words);
        run.thread.start();
        return run;
    }

    /** @return whether it has ended */
    boolean await(long ms) throws InterruptedException {
        thread.join(Math.max(1, ms));
        return !thread.isAlive();
    }

    int exitCode() {
        return exitCode.get();
    }

    /** Ends it, or gives it up. @return whether it ended in its own way, and has said so */
    boolean cancel() throws InterruptedException {
        var stop = session.stop();
        if (stop.isPresent()) {
            stop.get().run();
            if (await(ENDS_WITHIN_MS)) {
                return true;
            }
        }
        thread.interrupt();
        if (!await(HEEDS_WITHIN_MS)) {
            session.close();
            thread.interrupt();
            var unused = await(ENDS_WITHIN_MS);
        }
        return false;
    }
}
