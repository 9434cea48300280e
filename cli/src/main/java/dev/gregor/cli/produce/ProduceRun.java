package dev.gregor.cli.produce;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.progress.ProgressLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends an input's records and tells what became of them. A signal, or Ctrl-C in a console, stops it in order: what was taken in is sent,
 * and it is told where the input would go on. The input may be waited for meanwhile; nobody waits for that. Main thread, but for the
 * tally and the stop.
 */
final class ProduceRun {
    /** How long who has stopped it waits for records to be acknowledged. */
    private static final int PATIENCE_MS = 5_000;

    private final Producer<byte[], byte[]> producer;
    private final Session session;
    private final PrintStream err;
    private final boolean quiet;
    private final ProgressLine progress;
    private final Tally tally = new Tally();
    private final long startNanos = System.nanoTime();
    private volatile long taken;
    private volatile boolean stopped;
    private Optional<Thread> reading = Optional.empty();
    private boolean told;

    ProduceRun(Producer<byte[], byte[]> producer, Session session, boolean quiet, ProgressLine progress) {
        this.producer = producer;
        this.session = session;
        this.err = session.streams().err();
        this.quiet = quiet;
        this.progress = progress;
    }

    /**
     * Sends everything.
     *
     * @return the exit code: 1 when a record was lost, or it was stopped before the input's end
     */
    int send(RecordInput input) throws IOException {
        progress.follow(() -> tally.progress(input.share(), System.nanoTime() - startNanos));
        var onSignal = new Thread(() -> stop(input), "produce-shutdown-hook");
        Runtime.getRuntime().addShutdownHook(onSignal);
        session.stopBy(Optional.of(() -> stop(input)));
        try {
            sendAll(input);
            if (!stopped) {
                flush();
            }
        } catch (InterruptException givenUp) {
            stopped = true;
        } finally {
            session.stopBy(Optional.empty());
            removeHook(onSignal);
            settle();
            tell(input);
            giveUp();
        }
        return tally.failures() == 0 && !stopped ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void sendAll(RecordInput input) throws IOException {
        for (var record = next(input); record.isPresent(); record = next(input)) {
            long number = taken + 1;
            taken = number; // before it is sent: who stops it meanwhile counts it as one that may be lost
            try {
                var unused = producer.send(record.get(), (place, failure) -> {
                    if (failure == null) {
                        tally.landed(place);
                    } else {
                        tally.failed(number, failure);
                    }
                });
            } catch (InterruptException givenUp) {
                throw givenUp;
            } catch (KafkaException | IllegalArgumentException refused) {
                tally.failed(number, refused);
            } catch (IllegalStateException closed) {
                taken = number - 1;
                if (!stopped) {
                    throw closed;
                }
                return;
            }
            if (tally.failures() > 0) {
                return; // more would only be lost too, or come in another order
            }
        }
    }

    /** Empty at the end, and once it has been stopped: what was read then has not been taken. */
    private Optional<ProducerRecord<byte[], byte[]>> next(RecordInput input) throws IOException {
        if (!mayRead(Optional.of(Thread.currentThread()))) {
            return Optional.empty();
        }
        Optional<ProducerRecord<byte[], byte[]>> record = Optional.empty();
        try {
            record = input.next();
        } catch (InterruptedIOException cancelled) {
            stopped = true; // at a console's prompt for lines
        }
        if (mayRead(Optional.empty())) {
            return record;
        }
        Thread.interrupted(); // it has done its work
        return Optional.empty();
    }

    /** @param reader who is to be interrupted when it is stopped */
    private synchronized boolean mayRead(Optional<Thread> reader) {
        reading = reader;
        return !stopped;
    }

    private synchronized void stopReading() {
        stopped = true;
        reading.ifPresent(Thread::interrupt);
    }

    private void stop(RecordInput input) {
        stopReading();
        settle();
        tell(input);
        giveUp();
    }

    /** After a stop, waits for what is on its way, but not as long as a cluster that is gone would have it. */
    private void settle() {
        if (!stopped) {
            return;
        }
        var flush = new Thread(this::flush, "produce-flush");
        flush.setDaemon(true);
        flush.start();
        try {
            flush.join(PATIENCE_MS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() {
        try {
            producer.flush();
        } catch (IllegalStateException closed) {
            if (!stopped) {
                throw closed;
            }
        }
    }

    /** What has not been acknowledged by then is given up. */
    private void giveUp() {
        if (stopped) {
            producer.close(Duration.ZERO);
        }
    }

    private void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            stopped = true;
        }
    }

    /** Once, by whoever comes first; the other waits until it has been said. */
    private synchronized void tell(RecordInput input) {
        if (told) {
            return;
        }
        told = true;
        progress.close();
        if (!quiet || tally.failures() > 0) {
            err.print(tally.summary(System.nanoTime() - startNanos));
        }
        if (stopped || tally.failures() > 0) {
            tellHowToGoOn(input);
        }
        err.flush();
    }

    private void tellHowToGoOn(RecordInput input) {
        long open = taken - tally.landed() - tally.failures();
        if (stopped) {
            err.println("Stopped after " + taken + (taken == 1 ? " record" : " records")
                    + (open > 0 ? "; " + open + " of them may be lost, nobody said." : "."));
        }
        long sent = tally.failures() > 0 ? tally.firstFailed() - 1 : tally.landed();
        if (sent > 0) {
            err.println(input.howToGoOn(sent)
                    + (tally.landed() > sent
                            ? " Sent already of those after it: " + (tally.landed() - sent) + "."
                            : ""));
        }
    }
}
