package dev.gregor.broker.config;

import dev.gregor.broker.network.NetworkSettings;
import dev.gregor.broker.quorum.QuorumSettings;
import dev.gregor.broker.quorum.TopicLogSettings;
import dev.gregor.broker.storage.LogStoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/**
 * The configuration of one broker: {@code server.properties}, the environment of a container and {@code --override}, by Apache
 * Kafka's own definitions, as the settings of each part. Immutable.
 */
public final class BrokerConfig {
    private final ServerConfig kafka;
    private final Listeners listeners;
    private final TopicSettings topics;
    private final Optional<String> clusterId;
    private final List<String> warnings;

    private BrokerConfig(ServerProperties said) {
        var values = Unsaid.filledIn(said);
        try {
            this.kafka = new ServerConfig(values);
            this.listeners = Listeners.of(kafka);
            new ConfigurationRules(kafka, listeners).check();
        } catch (KafkaException | IllegalArgumentException e) {
            throw new ConfigurationException(oneLine(e), e);
        }
        this.topics = new TopicSettings(values);
        this.clusterId = said.clusterId();
        this.warnings = said.warnings();
    }

    /**
     * @param file {@code server.properties}; with none, one node in {@code ./gregor-data} on port 9092
     * @param environment of which {@code KAFKA_…} is read as Apache Kafka's container image does it
     * @param overrides of the form {@code key=value}; they win over all else
     * @throws ConfigurationException with one line that says what to do
     */
    public static BrokerConfig load(Optional<Path> file, Map<String, String> environment, List<String> overrides) {
        return new BrokerConfig(ServerProperties.read(file, environment, overrides));
    }

    /** One node with these keys, and for the rest what a node without a file has. */
    public static BrokerConfig of(Map<String, String> properties) {
        return new BrokerConfig(ServerProperties.of(properties, false, Map.of(), List.of()));
    }

    /** @return lines worth telling the operator once, such as unknown keys with the nearest known one */
    public List<String> warnings() {
        return warnings;
    }

    public int nodeId() {
        return kafka.nodeId();
    }

    /** @return every key by Kafka's own definitions, for Kafka's own parts */
    public AbstractKafkaConfig kafka() {
        return kafka;
    }

    /** @return where clients and brokers connect to; a host of null stands for every interface, port 0 for a free one */
    public List<Endpoint> listeners() {
        return listeners.brokerListeners(kafka);
    }

    /** @return what clients are told to connect to; a host of null stands for this machine's name, port 0 for the bound one */
    public List<Endpoint> advertisedListeners() {
        return listeners.advertisedBroker();
    }

    public List<Path> logDirs() {
        var paths = new ArrayList<Path>();
        for (var dir : kafka.logDirs()) {
            paths.add(Path.of(dir));
        }
        return paths;
    }

    public Path metadataLogDir() {
        var dir = kafka.getString("metadata.log.dir");
        return dir == null ? Path.of(kafka.logDirs().get(0)) : Path.of(dir);
    }

    public TopicLogSettings topics() {
        return topics;
    }

    public LogStoreSettings logStore() {
        var initialDelayMs = kafka.getLong("log.initial.task.delay.ms");
        return new LogStoreSettings(
                logDirs(),
                kafka.numRecoveryThreadsPerDataDir(),
                initialDelayMs == null ? LogStoreSettings.defaults(logDirs()).initialTaskDelayMs() : initialDelayMs,
                kafka.getLong("log.retention.check.interval.ms"),
                kafka.getLong("log.flush.scheduler.interval.ms"),
                kafka.getInt("log.flush.offset.checkpoint.interval.ms"),
                kafka.getInt("log.flush.start.offset.checkpoint.interval.ms"),
                kafka.getLong("replica.high.watermark.checkpoint.interval.ms"),
                kafka.getInt("producer.id.expiration.ms"));
    }

    public NetworkSettings network() {
        return NetworkConfig.settings(kafka, listeners());
    }

    public QuorumSettings quorum() {
        return new QuorumSettings(
                nodeId(),
                clusterId,
                logDirs(),
                metadataLogDir(),
                listeners.advertisedController(),
                topics,
                kafka);
    }

    private static String oneLine(Exception e) {
        var message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.replace('\n', ' ');
    }
}
