package dev.gregor.cli.perf;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** One member of the share group and its count. {@link #consume} runs on a thread of its own, the rest before and after it. */
final class ShareMember {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final int number;
    private final String clientId;
    private final KafkaShareConsumer<byte[], byte[]> consumer;
    private final PerfConsumerOptions options;
    private final PrintStream out;
    private final Amount read = new Amount();

    ShareMember(int number, Properties properties, PerfConsumerOptions options, PrintStream out) {
        this.number = number;
        this.clientId = properties.getProperty(ConsumerConfig.CLIENT_ID_CONFIG);
        this.consumer = new KafkaShareConsumer<>(properties);
        this.options = options;
        this.out = out;
    }

    void subscribe(String topic) {
        consumer.subscribe(Set.of(topic));
    }

    /** @param readByAll how much all members have read */
    void consume(AtomicLong readByAll) {
        long wanted = options.numRecords();
        long timeoutMs = options.timeoutMs();
        long intervalMs = options.reportingIntervalMs();
        var dates = options.dateFormat();
        var reported = new Amount();
        long nowMs = System.currentTimeMillis();
        long consumedAtMs = nowMs;
        long reportedAtMs = nowMs;
        while (readByAll.get() < wanted && nowMs - consumedAtMs <= timeoutMs) {
            var records = consumer.poll(POLL);
            nowMs = System.currentTimeMillis();
            if (!records.isEmpty()) {
                consumedAtMs = nowMs;
            }
            for (var record : records) {
                read.add(record);
                readByAll.incrementAndGet();
                if (nowMs - reportedAtMs >= intervalMs) {
                    if (options.printsDetails()) {
                        var interval = read.since(reported);
                        double elapsedMs = nowMs - reportedAtMs;
                        out.printf(
                                "%s, %s, %.4f, %.4f, %.4f, %d, %d for share consumer %d%n",
                                dates.format(reportedAtMs),
                                dates.format(nowMs),
                                read.megabytes(),
                                1_000 * interval.megabytes() / elapsedMs,
                                interval.records() / elapsedMs * 1_000,
                                read.records(),
                                nowMs - reportedAtMs,
                                number);
                        out.flush();
                    }
                    reportedAtMs = nowMs;
                    reported.set(read);
                }
            }
        }
    }

    int number() {
        return number;
    }

    String clientId() {
        return clientId;
    }

    Amount read() {
        return read;
    }

    Map<MetricName, ? extends Metric> metrics() {
        return consumer.metrics();
    }

    void commit() {
        var unused = consumer.commitSync();
    }

    void close() {
        consumer.close(CLOSE);
    }
}
