package dev.gregor.broker.quorum;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/**
 * What the quorum, the controller and the broker's life in the cluster are set up with.
 *
 * @param clusterId the id an empty folder is formatted with; a random one if none is given
 * @param logDirs {@code log.dirs}, in the order given
 * @param metadataLogDir {@code metadata.log.dir}, or the first of {@code log.dirs}
 * @param controllerListeners advertised, the one for raft first
 * @param topics what topics' configs mean
 * @param kafka every key by Kafka's own definitions
 */
public record QuorumSettings(
        int nodeId,
        Optional<String> clusterId,
        List<Path> logDirs,
        Path metadataLogDir,
        List<Endpoint> controllerListeners,
        TopicLogSettings topics,
        AbstractKafkaConfig kafka) {
    public QuorumSettings {
        logDirs = List.copyOf(logDirs);
        controllerListeners = List.copyOf(controllerListeners);
    }
}
