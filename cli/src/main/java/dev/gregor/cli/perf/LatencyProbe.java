package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Sends a record, waits until it comes back, and does that again; what comes back must be what was sent. Main thread only. */
final class LatencyProbe {
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final int PROGRESS_EVERY = 1_000;
    private static final double NANOS_PER_MS = 1_000_000.0;
    private static final int LETTERS = 26;

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final EndToEndOptions options;
    private final PrintStream out;
    /** The same records in each run. */
    private final Random random = new Random(0);

    LatencyProbe(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            EndToEndOptions options,
            PrintStream out) {
        this.consumer = consumer;
        this.producer = producer;
        this.options = options;
        this.out = out;
    }

    void measure() throws ExecutionException, InterruptedException {
        toTheEnd();
        var latenciesMs = new long[options.numRecords()];
        double totalNanos = 0;
        for (int i = 0; i < latenciesMs.length; i++) {
            var sent = new ProducerRecord<>(
                    options.topic(), null, bytes(options.keySize()), bytes(options.valueSize()), headers());
            long startNanos = System.nanoTime();
            producer.send(sent).get();
            var received = consumer.poll(POLL);
            long elapsedNanos = System.nanoTime() - startNanos;
            try {
                check(sent, received);
            } catch (IllegalStateException differs) {
                consumer.commitSync();
                throw differs;
            }
            if (i % PROGRESS_EVERY == 0) {
                out.println(i + "\t" + elapsedNanos / 1000.0 / 1000.0);
                out.flush();
            }
            totalNanos += elapsedNanos;
            latenciesMs[i] = (long) (elapsedNanos / NANOS_PER_MS);
        }
        print(latenciesMs, totalNanos);
        consumer.commitSync();
    }

    private void toTheEnd() {
        var partitions = new ArrayList<TopicPartition>();
        for (var partition : consumer.partitionsFor(options.topic())) {
            partitions.add(new TopicPartition(partition.topic(), partition.partition()));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Asked for now, so that no record slips in between.
        partitions.forEach(consumer::position);
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) ('A' + random.nextInt(LETTERS)));
        return bytes;
    }

    private List<Header> headers() {
        var headers = new ArrayList<Header>();
        for (int i = 0; i < options.numHeaders(); i++) {
            var key = new String(bytes(options.headerKeySize()), StandardCharsets.UTF_8);
            headers.add(new RecordHeader(key, options.headerValueSize() < 0 ? null : bytes(options.headerValueSize())));
        }
        return headers;
    }

    private static void check(ProducerRecord<byte[], byte[]> sent, ConsumerRecords<byte[], byte[]> received) {
        if (received.isEmpty()) {
            throw new IllegalStateException(
                    "poll() timed out before finding a result (timeout:[" + POLL.toMillis() + "ms])");
        }
        var read = received.iterator().next();
        if (!Arrays.equals(read.value(), sent.value())) {
            throw new IllegalStateException("The message value read [" + text(read.value())
                    + "] did not match the message value sent [" + text(sent.value()) + "]");
        }
        if (read.key() == null) {
            throw new IllegalStateException("Expected message key but received null");
        }
        if (!Arrays.equals(read.key(), sent.key())) {
            throw new IllegalStateException("The message key read [" + text(read.key())
                    + "] did not match the message key sent [" + text(sent.key()) + "]");
        }
        checkHeaders(sent, read);
        if (received.count() != 1) {
            throw new IllegalStateException(
                    "Only one result was expected during this test. We found [" + received.count() + "]");
        }
    }

    private static void checkHeaders(ProducerRecord<byte[], byte[]> sent, ConsumerRecord<byte[], byte[]> read) {
        var wanted = sent.headers().toArray();
        var got = read.headers().toArray();
        if (wanted.length > 0 && got.length == 0) {
            throw new IllegalStateException("Expected message headers but received none");
        }
        for (int i = 0; i < Math.min(wanted.length, got.length); i++) {
            if (!Objects.equals(wanted[i].key(), got[i].key()) || !Arrays.equals(wanted[i].value(), got[i].value())) {
                throw new IllegalStateException("The message header read [" + got[i].key() + ":"
                        + Arrays.toString(got[i].value()) + "] did not match the message header sent ["
                        + wanted[i].key() + ":" + Arrays.toString(wanted[i].value()) + "]");
            }
        }
        if (wanted.length > 0 && wanted.length != got.length) {
            throw new IllegalStateException("Header count mismatch between sent and received messages");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void print(long[] latenciesMs, double totalNanos) {
        int count = latenciesMs.length;
        out.printf("Avg latency: %.4f ms%n", totalNanos / count / 1000.0 / 1000.0);
        Arrays.sort(latenciesMs);
        out.printf(
                "Percentiles: 50th = %d, 99th = %d, 99.9th = %d%n",
                latenciesMs[(int) (count * 0.5)],
                latenciesMs[(int) (count * 0.99)],
                latenciesMs[(int) (count * 0.999)]);
    }
}
