package dev.gregor.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.broker.config.ConfigurationException;
import dev.gregor.broker.quorum.UnusableStorageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.metadata.PartitionChangeRecord;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.MetadataRecordSerde;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerTest {
    private static final String LISTENER = "PLAINTEXT";

    @TempDir
    private Path folder;

    @Test
    void givenAnEmptyFolder_whenStarted_thenRecordsAreTakenAndGivenBack() throws Exception {
        // given
        try (var broker = Broker.start(config(folder))) {
            // when
            produce(broker, "demo", "one");
            // then
            assertThat(consume(broker, "demo", 1)).containsExactly("one");
        }
    }

    @Test
    void givenTopicsAndRecords_whenRestarted_thenTheyAreThere() throws Exception {
        // given
        String clusterId;
        try (var broker = Broker.start(config(folder));
                var admin = admin(broker)) {
            clusterId = broker.clusterId();
            admin.createTopics(List.of(new NewTopic("orders", 3, (short) 1)))
                    .all()
                    .get();
            produce(broker, "orders", "one");
        }
        // when
        try (var broker = Broker.start(config(folder));
                var admin = admin(broker)) {
            // then
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            var topics = admin.describeTopics(List.of("orders")).allTopicNames().get();
            assertThat(requireNonNull(topics.get("orders")).partitions())
                    .hasSize(3)
                    .allSatisfy(partition -> assertThat(partition.leader().id()).isEqualTo(1));
            produce(broker, "orders", "two");
            assertThat(consume(broker, "orders", 2)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void givenAKilledBroker_whenStartedAgain_thenItWaitsForNoSession() throws Exception {
        // given
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = killed.inputReader()) {
            int port = Integer.parseInt(out.readLine());
            produce(port, "orders", "one");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        // when
        long startNanos = System.nanoTime();
        try (var broker = Broker.start(config(folder, "broker.session.timeout.ms", "100000"))) {
            // then
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(30));
            assertThat(consume(broker, "orders", 1)).containsExactly("one");
            produce(broker, "orders", "two");
        }
    }

    @Test
    void givenTwoBrokers_whenTheyLiveInOneProcess_thenTheyDoNotKnowEachOther() throws Exception {
        // given
        try (var one = Broker.start(config(folder.resolve("one")));
                var two = Broker.start(config(folder.resolve("two")))) {
            // when
            produce(one, "demo", "one");
            produce(two, "demo", "two");
            // then
            assertThat(one.clusterId()).isNotEqualTo(two.clusterId());
            assertThat(consume(one, "demo", 1)).containsExactly("one");
            assertThat(consume(two, "demo", 1)).containsExactly("two");
        }
    }

    @Test
    void givenMetadataThatTheControllerCannotFollow_whenStarted_thenItSaysSoAndNothingIsLeftRunning() throws Exception {
        // given
        try (var broker = Broker.start(config(folder))) {
            produce(broker, "demo", "one");
        }
        var log = folder.resolve("__cluster_metadata-0/00000000000000000000.log");
        var batches = MemoryRecords.readableRecords(ByteBuffer.wrap(Files.readAllBytes(log)));
        long next = 0;
        int epoch = 0;
        for (var batch : batches.batches()) {
            next = batch.nextOffset();
            epoch = batch.partitionLeaderEpoch();
        }
        var ofNoTopic = new ApiMessageAndVersion(new PartitionChangeRecord().setTopicId(Uuid.randomUuid()), (short) 0);
        var cache = new ObjectSerializationCache();
        var value = ByteBuffer.allocate(MetadataRecordSerde.INSTANCE.recordSize(ofNoTopic, cache));
        MetadataRecordSerde.INSTANCE.write(ofNoTopic, cache, new ByteBufferAccessor(value));
        var unreadable = MemoryRecords.withRecords(next, Compression.NONE, epoch, new SimpleRecord(value.array()));
        Files.write(log, Utils.toArray(unreadable.buffer()), StandardOpenOption.APPEND);
        // when
        var start = CompletableFuture.supplyAsync(() -> Broker.start(config(folder)));
        // then
        assertThatThrownBy(() -> start.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageMatching(".*(controller|metadata loader): .*");
        assertThat(folder.resolve(".kafka_cleanshutdown")).exists();
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> Broker.start(config(folder)))
                        .get(30, TimeUnit.SECONDS))
                .as("not in use by the one before")
                .hasMessageMatching(".*(controller|metadata loader): .*");
    }

    @Test
    void givenAQuorumStateThatCannotBeRead_whenStarted_thenItSaysSoAndNoThreadIsLeft() throws Exception {
        // given
        try (var broker = Broker.start(config(folder, "node.id", "77"))) {
            assertThat(broker.nodeId()).isEqualTo(77);
        }
        Files.writeString(folder.resolve("__cluster_metadata-0/quorum-state"), "no such thing");
        long reapers = threads("raft-expiration-reaper");
        // when, then
        assertThatThrownBy(() -> Broker.start(config(folder, "node.id", "77")))
                .isInstanceOf(UnusableStorageException.class)
                .hasMessageContaining("the metadata log in " + folder + " cannot be opened");
        assertThat(threads("kafka-77-")).isZero();
        assertThat(threads("raft-expiration-reaper")).isEqualTo(reapers);
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(name))
                .count();
    }

    @Test
    void givenALogThatTheMetadataDoesNotKnow_whenStarted_thenItIsSetAsideAndNotDeleted() throws Exception {
        // given
        try (var broker = Broker.start(config(folder))) {
            produce(broker, "demo", "one");
        }
        Files.writeString(
                folder.resolve("demo-0/partition.metadata"), "version: 0\ntopic_id: " + Uuid.randomUuid() + "\n");
        // when
        try (var broker = Broker.start(config(folder))) {
            assertThat(broker.nodeId()).isEqualTo(1);
        }
        // then
        try (var folders = Files.list(folder)) {
            assertThat(folders.filter(it -> it.toString().endsWith("-stray")))
                    .singleElement()
                    .satisfies(stray -> assertThat(stray.resolve("00000000000000000000.log"))
                            .isNotEmptyFile());
        }
    }

    @Test
    void givenAPortInUse_whenStarted_thenOneLineSaysSoAndNoFolderIsMade() throws Exception {
        // given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var config = config(folder.resolve("data"), "listeners", "PLAINTEXT://127.0.0.1:" + taken.getLocalPort());
            // when, then
            assertThatThrownBy(() -> Broker.start(config))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("cannot be bound")
                    .hasMessageContaining("nothing was changed");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void givenAFolderInUse_whenASecondBrokerStarts_thenItIsRefusedAndTheFirstServesOn() throws Exception {
        // given
        try (var broker = Broker.start(config(folder))) {
            // when, then
            assertThatThrownBy(() -> Broker.start(config(folder)))
                    .isInstanceOf(UnusableStorageException.class)
                    .hasMessageContaining("is in use by another broker");
            produce(broker, "demo", "one");
        }
    }

    @Test
    void givenAClosedBroker_whenClosedAgain_thenNothingHappens() throws Exception {
        // given
        var broker = Broker.start(config(folder));
        broker.close();
        // when
        broker.close();
        // then
        assertThat(broker.termination()).isCompleted();
        assertThat(Files.readString(folder.resolve(".kafka_cleanshutdown"))).contains("brokerEpoch");
    }

    static BrokerConfig config(Path folder, String... more) {
        var properties = new HashMap<String, String>();
        properties.put("log.dirs", folder.toString());
        properties.put("listeners", "PLAINTEXT://127.0.0.1:0");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return BrokerConfig.of(properties);
    }

    static Admin admin(Broker broker) {
        return Admin.create(Map.of(
                "bootstrap.servers", bootstrap(broker.boundAddress(LISTENER).getPort())));
    }

    private static String bootstrap(int port) {
        return "127.0.0.1:" + port;
    }

    private static void produce(Broker broker, String topic, String value) throws Exception {
        produce(broker.boundAddress(LISTENER).getPort(), topic, value);
    }

    private static void produce(int port, String topic, String value) throws Exception {
        var properties = new Properties();
        properties.put("bootstrap.servers", bootstrap(port));
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static Set<String> consume(Broker broker, String topic, int count) {
        var properties = new Properties();
        properties.put(
                "bootstrap.servers", bootstrap(broker.boundAddress(LISTENER).getPort()));
        properties.put("auto.offset.reset", "earliest");
        var values = new java.util.HashSet<String>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            long deadlineMs = System.currentTimeMillis() + 30_000;
            while (values.size() < count && System.currentTimeMillis() < deadlineMs) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
