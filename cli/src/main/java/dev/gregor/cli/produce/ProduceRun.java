package dev.gregor.cli.produce;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.clients.ProgressLine;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Sends an input's records and tells what became of them; a signal stops it in order. Main thread, but for the tally. */
final class ProduceRun {
    private final Producer<byte[], byte[]> producer;
    private final PrintStream err;
    private final boolean quiet;
    private final Tally tally = new Tally();
    private final long startNanos = System.nanoTime();
    private volatile boolean stopped;

    ProduceRun(Producer<byte[], byte[]> producer, PrintStream err, boolean quiet) {
        this.producer = producer;
        this.err = err;
        this.quiet = quiet;
    }

    /**
     * Sends everything.
     *
     * @return the exit code: 1 when a record was lost
     */
    int send(RecordInput input, ProgressLine progress) throws IOException {
        progress.follow(() -> tally.progress(input.share(), System.nanoTime() - startNanos));
        var onSignal = new Thread(this::onSignal, "produce-shutdown-hook");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            sendAll(input);
        } finally {
            producer.flush();
            progress.close();
            removeHook(onSignal);
            summary();
        }
        return tally.failures() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void sendAll(RecordInput input) throws IOException {
        for (var record = input.next(); record.isPresent() && !stopped; record = input.next()) {
            try {
                var unused = producer.send(record.get(), (place, failure) -> {
                    if (failure == null) {
                        tally.landed(place);
                    } else {
                        tally.failed(failure);
                    }
                });
            } catch (KafkaException | IllegalArgumentException refused) {
                tally.failed(refused);
            }
            if (tally.failures() > 0) {
                return; // more would only be lost too, or come in another order
            }
        }
    }

    /** Runs when the process is about to end: what was taken in is sent. The input may wait for ever, nobody waits for it. */
    private void onSignal() {
        stopped = true;
        producer.flush();
        summary();
    }

    private void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            stopped = true;
        }
    }

    private synchronized void summary() {
        if (!quiet || tally.failures() > 0) {
            err.print(tally.summary(System.nanoTime() - startNanos));
            err.flush();
        }
    }
}
