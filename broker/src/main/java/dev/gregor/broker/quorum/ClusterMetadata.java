package dev.gregor.broker.quorum;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;

/**
 * What this broker knows of the cluster: a view of the newest metadata image it has applied. Each call answers from the image
 * of that moment; {@link #snapshot()} freezes one for several questions.
 */
public interface ClusterMetadata {
    ClusterMetadata snapshot();

    String clusterId();

    /** @return the id of the active controller as clients should see it (a broker's), or -1 */
    int controllerId();

    Optional<Topic> topic(String name);

    Optional<Topic> topic(Uuid id);

    Collection<String> topicNames();

    /** @return live (unfenced) brokers as reachable over a listener */
    Collection<Node> brokers(String listenerName);

    Optional<Node> broker(int id, String listenerName);

    /** A topic of the image. */
    interface Topic {
        String name();

        Uuid id();

        /** @return partitions in order of their index */
        List<PartitionInfo> partitions();
    }

    /** @param leaderId -1 for none */
    record PartitionInfo(
            int index,
            int leaderId,
            int leaderEpoch,
            int partitionEpoch,
            List<Integer> replicas,
            List<Integer> isr,
            List<Integer> offlineReplicas,
            List<Integer> elr,
            List<Integer> lastKnownElr) {}
}
