package dev.gregor.cli.demo;

import dev.gregor.cli.clients.ClientProperties;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One member of the reading group. It commits what it has read before it gives a partition away, so nothing is read twice unless
 * the broker is to blame. Owned by its thread.
 */
final class GroupMember {
    /** Nothing came for so long: what is missing will not come any more. */
    static final int IDLE_SECONDS = 20;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String KEY_PREFIX =
            Ledger.keyName(0).substring(0, Ledger.keyName(0).length() - 1);

    private final Map<String, String> properties;
    private final Reading reading;
    private final MemberGate gate;
    private final int number;

    GroupMember(Map<String, String> properties, Reading reading, MemberGate gate, int number) {
        this.properties = properties;
        this.reading = reading;
        this.gate = gate;
        this.number = number;
    }

    /** Returns how many partitions it had in the end. */
    int read() {
        try (var consumer = new KafkaConsumer<>(
                ClientProperties.forShortRun(properties), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Stage.TOPIC), new Rebalances(consumer));
            readAll(consumer);
            consumer.commitSync();
            return consumer.assignment().size();
        }
    }

    private void readAll(Consumer<byte[], byte[]> consumer) {
        long lastRecordNanos = System.nanoTime();
        boolean held = true;
        while (!Thread.currentThread().isInterrupted()) {
            boolean wasComplete = reading.isComplete();
            var records = consumer.poll(POLL);
            for (var record : records) {
                note(record);
            }
            if (held && gate.isOpen()) {
                held = false;
                consumer.resume(consumer.paused());
            }
            if (!records.isEmpty()) {
                lastRecordNanos = System.nanoTime();
            } else if (wasComplete || System.nanoTime() - lastRecordNanos > IDLE_SECONDS * 1_000_000_000L) {
                // One more poll after the last line: a record too many would come now.
                return;
            }
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Produce.LINE_HEADER);
        long line = header == null || header.value().length != Long.BYTES
                ? -1
                : ByteBuffer.wrap(header.value()).getLong();
        reading.add(
                key(record.key()),
                line,
                record.value(),
                record.topic() + "-" + record.partition() + "@" + record.offset());
    }

    private static int key(byte[] bytes) {
        int key = 0;
        for (int i = KEY_PREFIX.length(); i < bytes.length; i++) {
            key = key * 10 + bytes[i] - '0';
        }
        return key;
    }

    private final class Rebalances implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Rebalances(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            gate.assigned(number, consumer.assignment().size());
            if (!gate.isOpen()) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            consumer.commitSync();
        }
    }
}
