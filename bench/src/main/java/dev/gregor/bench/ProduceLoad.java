package dev.gregor.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** As many records as go through one producer, acks=all, without keys. Each must be acknowledged. */
record ProduceLoad(LoadCase load, int warmUpRecords, int records) {

    /** @return what was used from the first measured record until the last is acknowledged */
    LoadMeter.Reading run(BrokerProcess broker) throws IOException, InterruptedException {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all"));
        settings.putAll(load.producerSettings());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            send(producer, warmUpRecords);
            var meter = new LoadMeter(broker);
            send(producer, records);
            return meter.read();
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int count) throws IOException {
        var record = new ProducerRecord<byte[], byte[]>(load.key(), new byte[load.recordBytes()]);
        var acknowledged = new LongAdder();
        var failure = new AtomicReference<Exception>();
        for (int n = 0; n < count; n++) {
            producer.send(record, (metadata, error) -> {
                if (error == null) {
                    acknowledged.increment();
                } else {
                    failure.set(error);
                }
            });
        }
        producer.flush();
        if (acknowledged.sum() != count) {
            throw new IOException(acknowledged.sum() + " of " + count + " records were acknowledged", failure.get());
        }
    }
}
