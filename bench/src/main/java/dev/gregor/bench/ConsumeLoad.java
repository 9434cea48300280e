package dev.gregor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the topic of a {@link ProduceLoad} from its beginning to its end with one consumer of the client's defaults, as often as
 * asked. The number of records and of bytes must be what was produced.
 */
record ConsumeLoad(LoadCase load, long records, int passes) {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long DEADLINE_NS = 120_000_000_000L;

    LoadMeter.Reading run(BrokerProcess broker) throws IOException {
        var sum = LoadMeter.Reading.NONE;
        for (int pass = 0; pass < passes; pass++) {
            sum = sum.plus(readOnce(broker));
        }
        return sum;
    }

    /** A consumer of its own for each pass: one that is at the end has a fetch waiting there, which holds up the next pass. */
    private LoadMeter.Reading readOnce(BrokerProcess broker) throws IOException {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, LoadMeasure.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(load.key(), partition))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(consumer::position); // connects, and knows the offsets, before the clock starts
            var meter = new LoadMeter(broker);
            readAll(consumer, partitions);
            return meter.read();
        }
    }

    private void readAll(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) throws IOException {
        partitions.forEach(partition -> consumer.seek(partition, 0));
        long deadlineNs = System.nanoTime() + DEADLINE_NS;
        long read = 0;
        long bytes = 0;
        while (read < records && System.nanoTime() < deadlineNs) {
            for (var record : consumer.poll(POLL)) {
                read++;
                bytes += record.value().length;
            }
        }
        if (read != records || bytes != records * load.recordBytes()) {
            throw new IOException("read %,d of %,d records, %,d bytes".formatted(read, records, bytes));
        }
    }
}
