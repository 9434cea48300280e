package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** One consumer that reads so many records, and what it took; the time of joining the group is told apart. Main thread only. */
final class ConsumerPerfRun implements ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final PerfConsumerOptions options;
    private final PrintStream out;
    private final long startMs = System.currentTimeMillis();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Amount read = new Amount();
    private final Amount reported = new Amount();
    private long joinStartMs = startMs;
    private long joinedMs;
    private long joinedMsSinceReport;
    private long reportedAtMs;

    ConsumerPerfRun(Consumer<byte[], byte[]> consumer, PerfConsumerOptions options, PrintStream out) {
        this.consumer = consumer;
        this.options = options;
        this.out = out;
    }

    void topic(String topic) {
        consumer.subscribe(List.of(topic), this);
    }

    void topics(String pattern) {
        consumer.subscribe(Pattern.compile(pattern), this);
    }

    void measure() {
        consume();
        long endMs = System.currentTimeMillis();
        if (options.printsDetails()) {
            return;
        }
        var dates = options.dateFormat();
        double seconds = (endMs - startMs) / 1_000.0;
        long fetchMs = endMs - startMs - joinedMs;
        out.printf(
                "%s, %s, %.4f, %.4f, %d, %.4f, %d, %d, %.4f, %.4f%n",
                dates.format(startMs),
                dates.format(endMs),
                read.megabytes(),
                read.megabytes() / seconds,
                read.records(),
                read.records() / seconds,
                joinedMs,
                fetchMs,
                read.megabytes() / (fetchMs / 1_000.0),
                read.records() / (fetchMs / 1_000.0));
    }

    private void consume() {
        long wanted = options.numRecords();
        long timeoutMs = options.timeoutMs();
        long intervalMs = options.reportingIntervalMs();
        long nowMs = System.currentTimeMillis();
        long consumedAtMs = nowMs;
        reportedAtMs = nowMs;
        while (read.records() < wanted && nowMs - consumedAtMs <= timeoutMs) {
            var records = consumer.poll(POLL);
            nowMs = System.currentTimeMillis();
            if (!records.isEmpty()) {
                consumedAtMs = nowMs;
            }
            for (var record : records) {
                read.add(record);
                if (nowMs - reportedAtMs >= intervalMs) {
                    report(nowMs);
                }
            }
        }
        if (read.records() < wanted) {
            out.printf(
                    "WARNING: Exiting before consuming the expected number of records: timeout (%d ms) exceeded. "
                            + "You can use the --timeout option to increase the timeout.%n",
                    timeoutMs);
        }
    }

    private void report(long nowMs) {
        if (options.printsDetails()) {
            var interval = read.since(reported);
            double elapsedMs = nowMs - reportedAtMs;
            long fetchMs = nowMs - reportedAtMs - joinedMsSinceReport;
            out.printf(
                    "%s, 0, %.4f, %.4f, %d, %.4f, %d, %d, %.4f, %.4f%n",
                    options.dateFormat().format(nowMs),
                    read.megabytes(),
                    1_000 * interval.megabytes() / elapsedMs,
                    read.records(),
                    interval.records() / elapsedMs * 1_000,
                    joinedMsSinceReport,
                    fetchMs,
                    fetchMs <= 0 ? 0.0 : 1_000 * interval.megabytes() / fetchMs,
                    fetchMs <= 0 ? 0.0 : 1_000.0 * interval.records() / fetchMs);
            out.flush();
        }
        joinedMsSinceReport = 0;
        reportedAtMs = nowMs;
        reported.set(read);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
        if (assigned.isEmpty()) {
            joinStartMs = System.currentTimeMillis();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (assigned.isEmpty()) {
            long elapsedMs = System.currentTimeMillis() - joinStartMs;
            joinedMs += elapsedMs;
            joinedMsSinceReport += elapsedMs;
        }
        assigned.addAll(partitions);
    }
}
