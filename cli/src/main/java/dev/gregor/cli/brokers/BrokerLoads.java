package dev.gregor.cli.brokers;

import dev.gregor.cli.output.Row;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.message.MetadataRequestData;

/** What each live broker has to do. */
final class BrokerLoads {
    private final ClusterClient client;

    BrokerLoads(ClusterClient client) {
        this.client = client;
    }

    /**
     * A broker.
     *
     * @param outOfSync replicas of it that are not in sync
     * @param sizeBytes of all its logs; empty when it does not tell
     */
    record Load(
            int id,
            BrokerNode node,
            boolean isController,
            int leaders,
            int replicas,
            int outOfSync,
            Optional<Long> sizeBytes) {
        Row row() {
            return new Row()
                    .with("id", id)
                    .with("address", node.host() + ":" + node.port())
                    .with("rack", node.rack())
                    .with("controller", isController)
                    .with("leaders", leaders)
                    .with("replicas", replicas)
                    .with("outOfSync", outOfSync)
                    .with("size", sizeBytes.map(Unit.BYTES::text))
                    .withDetail("sizeBytes", sizeBytes);
        }
    }

    /** By id. */
    List<Load> all() {
        var leaders = new HashMap<Integer, Integer>();
        var replicas = new HashMap<Integer, Integer>();
        var outOfSync = new HashMap<Integer, Integer>();
        for (var topic :
                client.metadata(new MetadataRequestData().setTopics(null)).topics()) {
            for (var partition : topic.partitions()) {
                leaders.merge(partition.leaderId(), 1, Integer::sum);
                for (int replica : partition.replicaNodes()) {
                    replicas.merge(replica, 1, Integer::sum);
                    outOfSync.merge(replica, partition.isrNodes().contains(replica) ? 0 : 1, Integer::sum);
                }
            }
        }
        var cluster = client.cluster();
        var loads = new ArrayList<Load>();
        for (var broker : cluster.brokers()) {
            loads.add(new Load(
                    broker.id(),
                    broker,
                    cluster.controllerId().equals(Optional.of(broker.id())),
                    count(leaders, broker),
                    count(replicas, broker),
                    count(outOfSync, broker),
                    sizeBytes(broker)));
        }
        loads.sort(Comparator.comparingInt(Load::id));
        return loads;
    }

    private static int count(Map<Integer, Integer> counts, BrokerNode broker) {
        return counts.getOrDefault(broker.id(), 0);
    }

    private Optional<Long> sizeBytes(BrokerNode broker) {
        try {
            long sum = 0;
            for (var directory : new LogDirs(client).of(broker.id())) {
                sum += directory.sizeBytes();
            }
            return Optional.of(sum);
        } catch (ClusterException notTold) {
            return Optional.empty();
        }
    }
}
