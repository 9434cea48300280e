package dev.gregor.cli.demo;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.produce.Lines;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes a record of every line, keyed by its bytes and numbered in a header; acks=all, idempotent. */
final class Produce implements Chapter {
    static final String LINE_HEADER = "line";

    @Override
    public String title() {
        return "produce every line";
    }

    @Override
    public String play(Stage stage) throws Exception {
        var acknowledgements = new Acknowledgements();
        long startedNanos = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                        ClientProperties.forShortRun(properties(stage)),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var in = stage.source().text().open()) {
            var lines = new Lines(in);
            for (var line = lines.next(); line.isPresent() && !acknowledgements.hasRefusal(); line = lines.next()) {
                var unused = producer.send(record(stage.ledger(), line.get()), acknowledgements);
                stage.transcript().progress(acknowledgements.count(), 0, "records");
            }
            producer.flush();
        }
        acknowledgements.check(stage.ledger().lines());
        return told(stage.ledger(), System.nanoTime() - startedNanos);
    }

    private static Map<String, String> properties(Stage stage) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.broker().bootstrap(),
                ProducerConfig.CLIENT_ID_CONFIG, "demo-producer",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    }

    private static ProducerRecord<byte[], byte[]> record(Ledger ledger, byte[] line) {
        int key = Ledger.keyOf(line);
        var number = ByteBuffer.allocate(Long.BYTES).putLong(0, ledger.lines()).array();
        ledger.produced(key, line);
        return new ProducerRecord<>(
                Stage.TOPIC, null, Ledger.keyBytes(key), line, List.<Header>of(new RecordHeader(LINE_HEADER, number)));
    }

    private static String told(Ledger ledger, long nanos) {
        long perSecond = ledger.lines() * 1_000_000_000L / Math.max(nanos, 1);
        return Transcript.grouped(ledger.lines()) + " records, " + Transcript.size(ledger.valueBytes()) + ", "
                + Transcript.grouped(perSecond) + "/s";
    }
}
