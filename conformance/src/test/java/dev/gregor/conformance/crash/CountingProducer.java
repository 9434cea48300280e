package dev.gregor.conformance.crash;

import dev.gregor.conformance.crash.DeliveryCheck.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.LongSerializer;

/** Sends numbers, counted up for each partition in turn, until it is told to stop; remembers what was acknowledged. */
final class CountingProducer implements AutoCloseable {
    private static final int IN_FLIGHT = 2_000;
    private static final long PAUSE_NS = 200_000;

    private final KafkaProducer<Long, Long> producer;
    private final String topic;
    private final int partitions;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final Map<Integer, List<Delivery>> acknowledged = new HashMap<>();
    private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::run, "counting producer");
    private volatile boolean stopping;
    private volatile long sent;

    CountingProducer(String bootstrap, String topic, int partitions, boolean idempotent) {
        this.topic = topic;
        this.partitions = partitions;
        for (int partition = 0; partition < partitions; partition++) {
            acknowledged.put(partition, Collections.synchronizedList(new ArrayList<>()));
        }
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, idempotent,
                        ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 300_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 300_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.LINGER_MS_CONFIG, 1,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200),
                new LongSerializer(),
                new LongSerializer());
        thread.start();
    }

    private void run() {
        long next = 0;
        while (!stopping) {
            long value = next++;
            for (int partition = 0; partition < partitions; partition++) {
                var acks = Objects.requireNonNull(acknowledged.get(partition));
                inFlight.acquireUninterruptibly();
                producer.send(new ProducerRecord<>(topic, partition, value, value), (metadata, failure) -> {
                    inFlight.release();
                    if (failure == null) {
                        acks.add(new Delivery(metadata.offset(), value));
                    } else {
                        failures.add(failure);
                    }
                });
            }
            sent = next;
            // Some ten thousand records a second: what is kept of each must fit into this process for many kills.
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Stops sending and waits until all that was sent has its answer. */
    void finish() throws InterruptedException {
        stopping = true;
        thread.join();
        producer.flush();
    }

    /** How many values each partition was sent. */
    long sent() {
        return sent;
    }

    List<Delivery> acknowledged(int partition) {
        var acks = acknowledged.get(partition);
        return acks == null ? List.of() : List.copyOf(acks);
    }

    /** How many records have been acknowledged so far. */
    long acknowledgedRecords() {
        return acknowledged.values().stream().mapToLong(List::size).sum();
    }

    /** What the producer gave up on; nothing, as long as the broker comes back. */
    List<Exception> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopping = true;
        producer.close();
    }
}
