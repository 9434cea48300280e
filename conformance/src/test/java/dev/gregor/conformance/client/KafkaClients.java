package dev.gregor.conformance.client;

import dev.gregor.conformance.client.TextClient.Exchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Apache Kafka's own Java clients, in this process. */
final class KafkaClients {
    private static final Duration IDLE_AT_MOST = Duration.ofSeconds(30);

    private KafkaClients() {}

    static void produce(Exchange exchange, Codec codec, SampleText text) throws IOException {
        var config = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, exchange.bootstrap(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG, codec.option());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                var lines = Files.lines(text.file())) {
            lines.forEach(line -> producer.send(new ProducerRecord<>(exchange.topic(), 0, null, line)));
        }
    }

    /** @param protocol of the group, {@code classic} or {@code consumer} */
    static Path consume(Exchange exchange, String protocol, int lines) throws IOException {
        var file = exchange.folder().resolve("kafka-clients.txt");
        var config = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                exchange.bootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                exchange.group(),
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                protocol,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            consumer.subscribe(List.of(exchange.topic()));
            var idle = new Deadline(IDLE_AT_MOST);
            for (int seen = 0; seen < lines; ) {
                var records = consumer.poll(Duration.ofMillis(500));
                for (var record : records) {
                    out.write(record.value());
                    out.write('\n');
                }
                seen += records.count();
                idle = records.isEmpty() ? idle.orFail(seen + " of " + lines) : new Deadline(idle.limit());
            }
        }
        return file;
    }
}
