package dev.gregor.cli.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * All partitions of a topic, read without a group: whoever names none has no use for one, and a broker lets a new group wait for
 * more members before it gives it anything to read (group.initial.rebalance.delay.ms, 3 s by default). Partitions that come later
 * are taken up, and a topic that is not there yet is waited for.
 */
final class WholeTopic {
    /** How long to wait for metadata before polling on, with the partitions there are. */
    private static final long LOOK_FOR_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long NOT_THERE_YET_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final long lookEveryNs;
    private long lookedAtNs;

    /** @param lookEveryMs as often as a group's member looks at the metadata, at most (metadata.max.age.ms) */
    WholeTopic(Consumer<byte[], byte[]> consumer, String topic, long lookEveryMs) {
        this.consumer = consumer;
        this.topic = topic;
        this.lookEveryNs = Math.max(NOT_THERE_YET_NS, TimeUnit.MILLISECONDS.toNanos(lookEveryMs));
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
            if (consumer.assignment().isEmpty() || System.nanoTime() - lookedAtNs > lookEveryNs) {
                look(Math.min(leftNs, LOOK_FOR_NS));
                leftNs = timeoutNs - (System.nanoTime() - startNs);
            }
            if (consumer.assignment().isEmpty()) {
                LockSupport.parkNanos(Math.max(0, Math.min(leftNs, NOT_THERE_YET_NS)));
                continue;
            }
            var records = consumer.poll(Duration.ofNanos(Math.max(0, Math.min(leftNs, lookEveryNs))));
            if (!records.isEmpty()) {
                return records;
            }
        }
    }

    private void look(long atMostNs) {
        List<PartitionInfo> partitions;
        try {
            partitions = consumer.partitionsFor(topic, Duration.ofNanos(atMostNs));
        } catch (TimeoutException nobodyAnswers) {
            return; // as a member of a group would: it waits for the brokers to come back
        } finally {
            lookedAtNs = System.nanoTime();
        }
        if (partitions != null && partitions.size() > consumer.assignment().size()) {
            var all = new ArrayList<TopicPartition>();
            partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
            consumer.assign(all); // those that were there keep their positions
        }
    }
}
