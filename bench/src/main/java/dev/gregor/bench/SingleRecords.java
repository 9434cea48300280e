package dev.gregor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * 2,000 records of 100 B a second, each a batch of its own, acks=all, to six partitions in turn, and a consumer in this JVM that
 * takes the time from the call of {@code send} until {@code poll} has returned the record.
 */
record SingleRecords(int warmUpSeconds, int seconds) {
    static final String TOPIC = "single";

    private static final int PER_SECOND = 2_000;
    private static final int RECORD_BYTES = 100;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long GRACE_NS = 30_000_000_000L;
    /** Later than this at the end, the sender did not send at the rate the figure claims. */
    private static final long TOO_LATE_NS = 500_000_000L;

    /** @param latenciesNs of each measured record, in no order */
    @SuppressWarnings("ArrayRecordComponent") // a result that is read once
    record Result(LoadMeter.Reading reading, long[] latenciesNs) {
        double quantileMs(double quantile) {
            return PairedSamples.quantile(latenciesNs, quantile) / 1e6;
        }
    }

    Result run(BrokerProcess broker) throws IOException, InterruptedException {
        var latenciesNs = new long[count()];
        var failure = new AtomicReference<Exception>();
        LoadMeter.Reading reading;
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap(), "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, LoadMeasure.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            var receiver = new Thread(() -> receive(consumer, latenciesNs, failure), "bench-receiver");
            receiver.start();
            reading = send(broker, failure);
            receiver.join();
        }
        var failed = failure.get();
        if (failed != null) {
            throw new IOException("single records", failed);
        }
        return new Result(reading, Arrays.copyOfRange(latenciesNs, warmUpSeconds * PER_SECOND, count()));
    }

    private int count() {
        return (warmUpSeconds + seconds) * PER_SECOND;
    }

    private LoadMeter.Reading send(BrokerProcess broker, AtomicReference<Exception> failure) throws IOException {
        // batch.size=0: a record never waits for another, nor shares its batch
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrap(), "acks", "all", "linger.ms", 0, "batch.size", 0);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(TOPIC);
            long startNs = System.nanoTime();
            var meter = new LoadMeter(broker);
            long lateNs = 0;
            for (int n = 0; n < count(); n++) {
                long dueNs = startNs + n * 1_000_000_000L / PER_SECOND;
                if (n == warmUpSeconds * PER_SECOND) {
                    meter = new LoadMeter(broker);
                }
                lateNs = System.nanoTime() - dueNs;
                while (lateNs < 0) {
                    LockSupport.parkNanos(-lateNs);
                    lateNs = System.nanoTime() - dueNs;
                }
                var value = ByteBuffer.allocate(RECORD_BYTES)
                        .putInt(n)
                        .putLong(System.nanoTime())
                        .array();
                producer.send(
                        new ProducerRecord<>(TOPIC, n % LoadMeasure.PARTITIONS, null, value), (metadata, error) -> {
                            if (error != null) {
                                failure.set(error);
                            }
                        });
            }
            producer.flush();
            if (lateNs > TOO_LATE_NS) {
                throw new IOException(
                        "the client was " + lateNs / 1_000_000 + " ms behind " + PER_SECOND + " records/s");
            }
            return meter.read();
        }
    }

    private void receive(
            KafkaConsumer<byte[], byte[]> consumer, long[] latenciesNs, AtomicReference<Exception> failure) {
        long deadlineNs = System.nanoTime() + (warmUpSeconds + seconds) * 1_000_000_000L + GRACE_NS;
        int received = 0;
        while (received < count() && failure.get() == null) {
            var records = consumer.poll(POLL);
            long nowNs = System.nanoTime();
            for (var record : records) {
                var value = ByteBuffer.wrap(record.value());
                int n = value.getInt();
                if (latenciesNs[n] != 0) {
                    failure.set(new IOException("record " + n + " came twice"));
                }
                latenciesNs[n] = nowNs - value.getLong();
                received++;
            }
            if (nowNs > deadlineNs) {
                failure.set(new IOException("received " + received + " of " + count() + " records"));
            }
        }
    }
}
