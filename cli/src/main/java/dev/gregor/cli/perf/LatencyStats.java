package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.util.Arrays;

/** Latencies and sizes of acknowledged records: of all, and of the interval since the last report. Owned by the producer's thread. */
final class LatencyStats {
    private static final int MOST_SAMPLES = 500_000;
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private final PrintStream out;
    private final long intervalMs;
    private final boolean isSteadyState;
    private final long startMs = System.currentTimeMillis();
    private final long sampleEvery;
    private final int[] samplesMs;
    private int samples;
    private long count;
    private long bytes;
    private long totalMs;
    private int maxMs;
    private long intervalStartMs = startMs;
    private long intervalCount;
    private long intervalBytes;
    private long intervalTotalMs;
    private int intervalMaxMs;
    /** Set by the sending thread when steady state begins. */
    private volatile boolean silent;

    /** @param isSteadyState whether the records of the warm-up are left out */
    LatencyStats(long numRecords, long intervalMs, boolean isSteadyState, PrintStream out) {
        this.out = out;
        this.intervalMs = intervalMs;
        this.isSteadyState = isSteadyState;
        this.sampleEvery = numRecords / Math.min(numRecords, MOST_SAMPLES);
        this.samplesMs = new int[(int) (numRecords / sampleEvery) + 1];
    }

    /** From now on intervals are another's to report. */
    void fallSilent() {
        silent = true;
    }

    void record(int latencyMs, int sizeBytes, long nowMs) {
        if (count % sampleEvery == 0) {
            samplesMs[samples++] = latencyMs;
        }
        count++;
        bytes += sizeBytes;
        totalMs += latencyMs;
        maxMs = Math.max(maxMs, latencyMs);
        intervalCount++;
        intervalBytes += sizeBytes;
        intervalTotalMs += latencyMs;
        intervalMaxMs = Math.max(intervalMaxMs, latencyMs);
        if (nowMs - intervalStartMs >= intervalMs) {
            if (isSteadyState && count == intervalCount) {
                out.println("In steady state.");
            }
            if (!silent) {
                printInterval();
            }
            intervalStartMs = System.currentTimeMillis();
            intervalCount = 0;
            intervalBytes = 0;
            intervalTotalMs = 0;
            intervalMaxMs = 0;
        }
    }

    private void printInterval() {
        double elapsedMs = System.currentTimeMillis() - intervalStartMs;
        out.printf(
                "%d records sent, %.1f records/sec (%.2f MB/sec), %.1f ms avg latency, %.1f ms max latency.%n",
                intervalCount,
                1_000.0 * intervalCount / elapsedMs,
                1_000.0 * intervalBytes / elapsedMs / BYTES_PER_MB,
                intervalTotalMs / (double) intervalCount,
                (double) intervalMaxMs);
        out.flush();
    }

    /** To be called once the producer is done. */
    void printTotal() {
        double elapsedMs = System.currentTimeMillis() - startMs;
        Arrays.sort(samplesMs, 0, samples);
        out.printf(
                "%d%s records sent, %f records/sec (%.2f MB/sec), %.2f ms avg latency, %.2f ms max latency, %d ms 50th, "
                        + "%d ms 95th, %d ms 99th, %d ms 99.9th.%n",
                count,
                isSteadyState ? " steady state" : "",
                1_000.0 * count / elapsedMs,
                1_000.0 * bytes / elapsedMs / BYTES_PER_MB,
                totalMs / (double) count,
                (double) maxMs,
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                percentile(0.999));
    }

    private int percentile(double share) {
        return samplesMs[(int) (share * samples)];
    }
}
