package dev.gregor.cli.demo;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Counts what the broker has acknowledged, and keeps the first refusal. Written by the producer's thread, read by any. */
final class Acknowledgements implements Callback {
    private volatile long count;
    private volatile @Nullable Exception refusal;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the producer has one thread for this
    public void onCompletion(RecordMetadata sent, @Nullable Exception failure) {
        if (failure == null) {
            count++;
        } else if (refusal == null) {
            refusal = failure;
        }
    }

    long count() {
        return count;
    }

    boolean hasRefusal() {
        return refusal != null;
    }

    /** Throws unless every one of so many records was acknowledged. */
    void check(long records) throws DemoFailure {
        if (refusal != null) {
            throw new DemoFailure("a record was not acknowledged: " + refusal);
        }
        if (count != records) {
            throw new DemoFailure(count + " records were acknowledged of " + records);
        }
    }
}
