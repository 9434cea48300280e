package dev.gregor.broker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.storage.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerConfigTest {
    @TempDir
    private Path folder;

    /** What Apache Kafka 4.3 ships as config/server.properties, without its comments. */
    private static final String SHIPPED = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.bootstrap.servers=localhost:9093
            listeners=PLAINTEXT://:9092,CONTROLLER://:9093
            inter.broker.listener.name=PLAINTEXT
            advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL
            num.network.threads=3
            num.io.threads=8
            socket.send.buffer.bytes=102400
            socket.receive.buffer.bytes=102400
            socket.request.max.bytes=104857600
            log.dirs=/tmp/kraft-combined-logs
            num.partitions=1
            num.recovery.threads.per.data.dir=2
            offsets.topic.replication.factor=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            log.retention.hours=168
            log.segment.bytes=1073741824
            log.retention.check.interval.ms=300000
            """;

    @Test
    void givenTheShippedFile_whenLoaded_thenItIsTakenWithoutAWord() throws IOException {
        // when
        var config = load(SHIPPED, Map.of());
        // then
        assertThat(config.warnings()).isEmpty();
        assertThat(config.nodeId()).isEqualTo(1);
        assertThat(config.listeners())
                .containsExactly(new Endpoint("PLAINTEXT", SecurityProtocol.PLAINTEXT, null, 9092));
        assertThat(config.advertisedListeners())
                .containsExactly(new Endpoint("PLAINTEXT", SecurityProtocol.PLAINTEXT, "localhost", 9092));
        assertThat(config.quorum().controllerListeners())
                .containsExactly(new Endpoint("CONTROLLER", SecurityProtocol.PLAINTEXT, "localhost", 9093));
        assertThat(config.logDirs()).containsExactly(Path.of("/tmp/kraft-combined-logs"));
    }

    @Test
    void givenOurFile_whenLoaded_thenItSaysWhatTheShippedOneSays() {
        // when
        var ours = BrokerConfig.load(Optional.of(Path.of("../config/server.properties")), Map.of(), List.of());
        // then
        var theirs = new HashMap<String, Object>();
        SHIPPED.lines().forEach(line -> theirs.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        theirs.put("broker.id", "1");
        theirs.remove("log.segment.bytes");
        assertThat(ours.kafka().originals()).isEqualTo(theirs);
        assertThat(ours.warnings()).isEmpty();
    }

    @Test
    void givenNoFile_whenLoaded_thenItIsOneNodeInTheFolderAtHand() {
        // when
        var config = BrokerConfig.load(Optional.empty(), Map.of(), List.of());
        // then
        assertThat(config.nodeId()).isEqualTo(1);
        assertThat(config.logDirs()).containsExactly(Path.of("gregor-data"));
        assertThat(config.metadataLogDir()).isEqualTo(Path.of("gregor-data"));
        assertThat(config.listeners())
                .containsExactly(new Endpoint("PLAINTEXT", SecurityProtocol.PLAINTEXT, null, 9092));
        assertThat(config.advertisedListeners())
                .containsExactly(new Endpoint("PLAINTEXT", SecurityProtocol.PLAINTEXT, "localhost", 9092));
        assertThat(config.kafka().getShort("offsets.topic.replication.factor")).isEqualTo((short) 1);
    }

    @Test
    void givenAnOldFileForZooKeeper_whenLoaded_thenOneLineSaysThatItIsNotNeeded() throws IOException {
        // when
        var config = load("broker.id=7\nzookeeper.connect=zk:2181\nzookeeper.connection.timeout.ms=1\n", Map.of());
        // then
        assertThat(config.nodeId()).isEqualTo(7);
        assertThat(config.warnings()).singleElement().asString().contains("ZooKeeper is no longer needed");
    }

    @Test
    void givenTheContainersVariables_whenLoaded_thenTheyAreMappedAsTheImageDoes() throws IOException {
        // given
        var environment = Map.of(
                "KAFKA_NODE_ID", "5",
                "KAFKA_LISTENERS", "INSIDE://:9092,OUTSIDE://:9094,CONTROLLER://:9093",
                "KAFKA_ADVERTISED_LISTENERS", "INSIDE://kafka:9092,OUTSIDE://localhost:9094",
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE",
                "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
                "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "KAFKA_HOME", "/opt/kafka",
                "KAFKA_ZOOKEEPER_CONNECT", "zk:2181");
        // when
        var config = BrokerConfig.load(Optional.empty(), environment, List.of("log.dirs=" + folder));
        // then
        assertThat(config.nodeId()).isEqualTo(5);
        assertThat(config.advertisedListeners())
                .containsExactly(
                        new Endpoint("INSIDE", SecurityProtocol.PLAINTEXT, "kafka", 9092),
                        new Endpoint("OUTSIDE", SecurityProtocol.PLAINTEXT, "localhost", 9094));
        assertThat(config.kafka().interBrokerListenerName().value()).isEqualTo("INSIDE");
        assertThat(config.warnings()).singleElement().asString().startsWith("zookeeper.connect is ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "ADVERTISED_LISTENERS, advertised.listeners",
        "SOME__NAME, some_name",
        "SOME___NAME, some-name",
        "LISTENER_NAME_MY___LISTENER_SSL_KEY_PASSWORD, listener.name.my-listener.ssl.key.password"
    })
    void givenAVariable_whenMapped_thenUnderscoresStandForDotsUnderscoresAndDashes(String name, String key) {
        assertThat(ContainerEnvironment.key(name)).isEqualTo(key);
    }

    @Test
    void givenAMistypedKey_whenLoaded_thenTheNearestOneIsNamed() throws IOException {
        // when
        var config = load("log.retension.hours=1\nmy.own.thing.for.a.plugin=2\n", Map.of());
        // then
        assertThat(config.warnings())
                .containsExactlyInAnyOrder(
                        "unknown configuration log.retension.hours is ignored; did you mean log.retention.hours?",
                        "unknown configuration my.own.thing.for.a.plugin is ignored.");
    }

    @Test
    void givenFileEnvironmentAndOverride_whenTheyDiffer_thenTheLaterWins() throws IOException {
        // given
        var file = folder.resolve("server.properties");
        Files.writeString(file, "num.partitions=1\nnode.id=3\nmessage.max.bytes=1000\n");
        // when
        var config = BrokerConfig.load(
                Optional.of(file),
                Map.of("KAFKA_NUM_PARTITIONS", "2", "KAFKA_MESSAGE_MAX_BYTES", "2000"),
                List.of("num.partitions=3"));
        // then
        assertThat(config.kafka().getInt("num.partitions")).isEqualTo(3);
        assertThat(config.kafka().getInt("message.max.bytes")).isEqualTo(2000);
        assertThat(config.nodeId()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node.id=1\\nbroker.id=2 | You must set `node.id` to the same value as `broker.id`.",
                "listeners=PLAINTEXT://:9092\\ninter.broker.listener.name=INSIDE | Listener with name INSIDE",
                "advertised.listeners=PLAINTEXT://0.0.0.0:9092 | cannot use the nonroutable meta-address 0.0.0.0",
                "num.partitions=none | Invalid value none for configuration num.partitions",
                "listeners=nonsense | nonsense",
                "log.roll.ms=0 | ",
                "listeners=SSL://:9092\\nsecurity.inter.broker.protocol=SSL | SSL, which is not served yet",
                "authorizer.class.name=x.Y | authorizer.class.name is not served yet",
                "process.roles=broker\\ncontroller.listener.names=CONTROLLER | is not served yet"
            })
    void givenABrokenRule_whenLoaded_thenOneLineSaysWhich(String lines, String message) {
        // when, then
        assertThatThrownBy(() -> load(lines.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message == null ? "" : message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void givenBrokerConfigsOfAllKinds_whenTopicsFallBackOnThem_thenLogsAreSetUpAsApacheKafkaWould() throws IOException {
        // given
        var lines = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=localhost:9093
                listeners=PLAINTEXT://:9092,CONTROLLER://:9093
                controller.listener.names=CONTROLLER
                log.roll.hours=5
                log.retention.minutes=7
                log.segment.bytes=2000000
                log.index.size.max.bytes=3000000
                log.flush.scheduler.interval.ms=9
                log.flush.interval.messages=11
                message.max.bytes=13000
                log.cleanup.policy=compact,delete
                min.insync.replicas=2
                compression.type=lz4
                log.message.timestamp.type=LogAppendTime
                log.segment.delete.delay.ms=17
                """;
        var properties = new HashMap<String, String>();
        lines.lines().forEach(line -> properties.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        // when
        var settings = load(lines, Map.of()).topics().settings(Map.of(), Map.of(), Map.of("retention.bytes", "19"));
        // then
        var oracle = new HashMap<>(new KafkaConfig(properties).extractLogConfigMap());
        oracle.put("retention.bytes", 19L);
        assertThat(settings).isEqualTo(settings(new LogConfig(oracle)));
    }

    @Test
    void givenNothingSaid_whenTopicsFallBack_thenLogsAreSetUpAsApacheKafkaWould() throws IOException {
        // when
        var settings = load(SHIPPED, Map.of()).topics().settings(Map.of(), Map.of(), Map.of());
        // then
        var properties = new HashMap<String, String>();
        SHIPPED.lines().forEach(line -> properties.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        assertThat(settings).isEqualTo(settings(new LogConfig(new KafkaConfig(properties).extractLogConfigMap())));
    }

    @Test
    void givenDynamicConfigs_whenTopicsFallBackOnThem_thenTheNearerWins() {
        // given
        var topics = BrokerConfig.of(Map.of("log.retention.ms", "1", "message.max.bytes", "1"))
                .topics();
        // when
        var settings = topics.settings(
                Map.of("log.retention.ms", "2", "log.segment.bytes", "1048576"),
                Map.of("log.retention.ms", "3"),
                Map.of("max.message.bytes", "4"));
        // then
        assertThat(settings.retentionMs()).isEqualTo(3);
        assertThat(settings.segmentBytes()).isEqualTo(1048576);
        assertThat(settings.maxMessageBytes()).isEqualTo(4);
    }

    private BrokerConfig load(String lines, Map<String, String> environment) throws IOException {
        var file = folder.resolve("server.properties");
        Files.writeString(file, lines);
        return BrokerConfig.load(Optional.of(file), environment, List.of());
    }

    private static LogSettings settings(LogConfig config) {
        return new LogSettings(
                config.segmentSize(),
                config.segmentMs,
                config.segmentJitterMs,
                config.maxIndexSize,
                config.indexInterval,
                config.retentionSize,
                config.retentionMs,
                config.fileDeleteDelayMs,
                config.maxMessageSize(),
                config.flushInterval,
                config.flushMs,
                config.messageTimestampType,
                config.messageTimestampBeforeMaxMs,
                config.messageTimestampAfterMaxMs,
                config.compressionType.name,
                config.delete,
                config.compact,
                config.minInSyncReplicas,
                config.preallocate);
    }
}
