package dev.gregor.cli.perf;

import dev.gregor.cli.Streams;
import java.util.Optional;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends the records, in transactions if so wanted, and counts what is acknowledged. Sends on the main thread. */
final class ProducerPerfRun {
    private final Producer<byte[], byte[]> producer;
    private final ProducerPerfOptions options;
    private final Payloads payloads;
    private final Streams streams;
    private final LatencyStats all;
    private Optional<LatencyStats> steady = Optional.empty();

    ProducerPerfRun(
            Producer<byte[], byte[]> producer, ProducerPerfOptions options, Payloads payloads, Streams streams) {
        this.producer = producer;
        this.options = options;
        this.payloads = payloads;
        this.streams = streams;
        this.all = new LatencyStats(options.numRecords(), options.reportingIntervalMs(), false, streams.out());
    }

    void send(boolean inTransactions) throws InterruptedException {
        if (inTransactions) {
            producer.initTransactions();
        }
        long warmup = options.warmupRecords();
        if (warmup > 0) {
            streams.out()
                    .println("Warmup first " + warmup
                            + " records. Steady state results will print after the complete test summary.");
        }
        var throttle = new Throttle(options.throughput());
        boolean inTransaction = false;
        long transactionStartMs = 0;
        for (long i = 0; i < options.numRecords(); i++) {
            var payload = payloads.next(i);
            if (inTransactions && !inTransaction) {
                producer.beginTransaction();
                inTransaction = true;
                transactionStartMs = System.currentTimeMillis();
            }
            long sentMs = System.currentTimeMillis();
            if (warmup > 0 && i == warmup) {
                steady = Optional.of(new LatencyStats(
                        options.numRecords() - warmup, options.reportingIntervalMs(), true, streams.out()));
                all.fallSilent();
            }
            var unused = producer.send(
                    new ProducerRecord<>(options.topic(), payload), new Sent(sentMs, payload.length, steady));
            if (inTransaction && options.transactionMs() <= sentMs - transactionStartMs) {
                producer.commitTransaction();
                inTransaction = false;
            }
            throttle.await(i + 1);
        }
        if (inTransaction) {
            producer.commitTransaction();
        }
    }

    /** To be called once every record is acknowledged. */
    void print() {
        all.printTotal();
        steady.ifPresent(LatencyStats::printTotal);
    }

    private final class Sent implements Callback {
        private final long sentMs;
        private final int sizeBytes;
        private final Optional<LatencyStats> steady;

        Sent(long sentMs, int sizeBytes, Optional<LatencyStats> steady) {
            this.sentMs = sentMs;
            this.sizeBytes = sizeBytes;
            this.steady = steady;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure != null) {
                streams.err().println(failure);
                return;
            }
            long nowMs = System.currentTimeMillis();
            int latencyMs = (int) (nowMs - sentMs);
            all.record(latencyMs, sizeBytes, nowMs);
            if (steady.isPresent()) {
                steady.get().record(latencyMs, sizeBytes, nowMs);
            }
        }
    }
}
