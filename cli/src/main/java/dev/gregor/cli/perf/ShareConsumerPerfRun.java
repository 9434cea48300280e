package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Lets the members read together until enough has been read, and prints what it took. */
final class ShareConsumerPerfRun {
    /** Members stop by themselves; this much later they are stopped. */
    private static final long GRACE_MS = 100;

    private final List<ShareMember> members;
    private final PerfConsumerOptions options;
    private final PrintStream out;

    ShareConsumerPerfRun(List<ShareMember> members, PerfConsumerOptions options, PrintStream out) {
        this.members = List.copyOf(members);
        this.options = options;
        this.out = out;
    }

    void measure(String topic, boolean tellsOfEach) throws ExecutionException, InterruptedException {
        long wanted = options.numRecords();
        long startMs = System.currentTimeMillis();
        members.forEach(member -> member.subscribe(topic));
        consume();
        if (tellsOfEach) {
            long endMs = System.currentTimeMillis();
            for (var member : members) {
                out.println("Share consumer " + member.number() + " having client id " + member.clientId()
                        + " consumption metrics- " + figures(member.read(), startMs, endMs));
            }
        }
        var read = new Amount();
        members.forEach(member -> read.add(member.read()));
        if (read.records() < wanted) {
            out.printf(
                    "WARNING: Exiting before consuming the expected number of records: timeout (%d ms) exceeded. "
                            + "You can use the --timeout option to increase the timeout.%n",
                    options.timeoutMs());
        }
        long endMs = System.currentTimeMillis();
        var metrics = new ArrayList<Map<MetricName, ? extends Metric>>();
        if (options.printsMetrics()) {
            members.forEach(member -> metrics.add(member.metrics()));
        }
        members.forEach(ShareMember::commit);
        out.println(figures(read, startMs, endMs));
        metrics.forEach(one -> MetricsReport.print(out, one));
        members.forEach(ShareMember::close);
    }

    private void consume() throws ExecutionException, InterruptedException {
        var readByAll = new AtomicLong();
        var threads = Executors.newFixedThreadPool(members.size());
        var running = new ArrayList<Future<?>>();
        for (var member : members) {
            running.add(threads.submit(() -> member.consume(readByAll)));
        }
        threads.shutdown();
        long timeoutMs = options.timeoutMs() + GRACE_MS;
        if (!threads.awaitTermination(timeoutMs, TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            var unused = threads.awaitTermination(timeoutMs, TimeUnit.MILLISECONDS);
        }
        for (var member : running) {
            member.get();
        }
    }

    private String figures(Amount read, long startMs, long endMs) {
        var dates = options.dateFormat();
        double seconds = (endMs - startMs) / 1_000.0;
        return "%s, %s, %.4f, %.4f, %.4f, %d, %d"
                .formatted(
                        dates.format(startMs),
                        dates.format(endMs),
                        read.megabytes(),
                        read.megabytes() / seconds,
                        read.records() / seconds,
                        read.records(),
                        endMs - startMs);
    }
}
