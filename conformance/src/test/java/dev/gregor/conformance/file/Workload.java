package dev.gregor.conformance.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records of every codec with keys, headers and empty values in several segments, and a group that has read some of them. */
final class Workload implements AutoCloseable {
    static final String TOPIC = "files";
    private static final List<String> CODECS = List.of("none", "gzip", "snappy", "lz4", "zstd");
    private static final String GROUP = "readers";
    private static final int PARTITIONS = 2;
    private static final int RECORDS_PER_CODEC = 20_000;
    private static final String SEGMENT_BYTES = "1048576";

    private final String bootstrap;
    private final List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
    private int round;

    /** Creates the topic; the producers stay as they are while brokers come and go, and with them their ids and sequences. */
    Workload(String bootstrap) throws Exception {
        this.bootstrap = bootstrap;
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)
                            .configs(Map.of("segment.bytes", SEGMENT_BYTES, "index.interval.bytes", "1024"))))
                    .all()
                    .get();
        }
        for (var codec : CODECS) {
            producers.add(new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap, "compression.type", codec, "acks", "all", "linger.ms", 5),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()));
        }
    }

    /** Sends another round of records with every codec and waits for all acknowledgements. */
    void produce() throws Exception {
        round++;
        var sent = new ArrayList<Future<?>>();
        for (int codec = 0; codec < producers.size(); codec++) {
            var producer = producers.get(codec);
            for (int number = 0; number < RECORDS_PER_CODEC; number++) {
                var text = "round " + round + ", " + CODECS.get(codec) + ", record " + number + ' '
                        + "x".repeat(number % 300);
                var key = new byte[] {0, (byte) number, (byte) codec};
                var value = number % 500 == 7 ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                var headers = number % 10 == 0
                        ? List.<Header>of(new RecordHeader("round", new byte[] {(byte) round}))
                        : List.<Header>of();
                sent.add(producer.send(new ProducerRecord<>(TOPIC, number % PARTITIONS, null, key, value, headers)));
            }
            producer.flush();
        }
        for (var future : sent) {
            future.get();
        }
    }

    /** Commits an offset for the group that changes with each round. */
    void commit() {
        try (var consumer = consumer(GROUP)) {
            consumer.assign(partitions());
            consumer.commitSync(Map.of(
                    new TopicPartition(TOPIC, 0), new OffsetAndMetadata(100L * round, "round " + round),
                    new TopicPartition(TOPIC, 1), new OffsetAndMetadata(200L * round)));
        }
    }

    /** All that a client can see: each record with its place and time, committed offsets, topic configuration. */
    List<String> everything() throws Exception {
        var seen = new ArrayList<String>();
        try (var consumer = consumer(GROUP)) {
            consumer.assign(partitions());
            var byPartition = new TreeMap<Integer, List<String>>();
            consumer.seekToBeginning(partitions());
            var ends = consumer.endOffsets(partitions());
            while (partitions().stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    byPartition
                            .computeIfAbsent(record.partition(), key -> new ArrayList<>())
                            .add(record.partition() + "@" + record.offset() + " " + record.timestamp() + " epoch "
                                    + record.leaderEpoch().isPresent() + " "
                                    + new String(record.key(), StandardCharsets.ISO_8859_1) + "="
                                    + new String(record.value(), StandardCharsets.UTF_8) + " "
                                    + record.headers().toArray().length);
                }
            }
            byPartition.values().forEach(seen::addAll);
            var committed = consumer.committed(Set.copyOf(partitions()));
            partitions().forEach(it -> seen.add("committed " + it + " " + committed.get(it)));
        }
        try (var admin = admin()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
            var configs = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            seen.add("segment.bytes "
                    + (configs == null ? "" : configs.get("segment.bytes").value()));
        }
        return seen;
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    @Override
    public void close() {
        producers.forEach(KafkaProducer::close);
    }
}
