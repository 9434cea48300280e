package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * All partitions of a topic, read without a group: whoever names none has no use for one, and a broker lets a new group wait for
 * more members before it gives it anything to read (group.initial.rebalance.delay.ms, 3 s by default). Partitions that come later
 * are taken up, and a topic that is not there yet is waited for.
 */
final class WholeTopic {
    /** As often as a group's member looks at the metadata, at most (metadata.max.age.ms). */
    private static final long LOOK_EVERY_NS = TimeUnit.MINUTES.toNanos(5);

    private static final long NOT_THERE_YET_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private long lookedAtNs;

    WholeTopic(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** As the consumer's own; the first one waits for the topic. */
    ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        long startNs = System.nanoTime();
        long timeoutNs = timeout.toMillis() >= Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : timeout.toNanos();
        while (true) {
            long leftNs = timeoutNs - (System.nanoTime() - startNs);
            if (leftNs <= 0) {
                return ConsumerRecords.empty();
            }
            if (consumer.assignment().isEmpty() || System.nanoTime() - lookedAtNs > LOOK_EVERY_NS) {
                look();
            }
            if (consumer.assignment().isEmpty()) {
                LockSupport.parkNanos(Math.min(leftNs, NOT_THERE_YET_NS));
                continue;
            }
            var records = consumer.poll(Duration.ofNanos(Math.min(leftNs, LOOK_EVERY_NS)));
            if (!records.isEmpty()) {
                return records;
            }
        }
    }

    private void look() {
        lookedAtNs = System.nanoTime();
        var partitions = consumer.partitionsFor(topic);
        if (partitions != null && partitions.size() > consumer.assignment().size()) {
            var all = new ArrayList<TopicPartition>();
            partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
            consumer.assign(all); // those that were there keep their positions
        }
    }
}
