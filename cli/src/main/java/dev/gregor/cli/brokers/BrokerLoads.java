package dev.gregor.cli.brokers;

import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.UnknownBrokerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.message.MetadataRequestData;

/** What each broker has to do: the live ones, and those that only the replicas know that are placed on them. */
final class BrokerLoads {
    private final ClusterClient client;

    BrokerLoads(ClusterClient client) {
        this.client = client;
    }

    /** How a broker is. */
    enum State {
        /** It answers. */
        ALIVE("alive", Tone.GOOD),
        /** The cluster counts on it, and it does not answer. */
        SILENT("silent", Tone.BAD),
        /** Replicas are placed on it, and it is not in the cluster. */
        GONE("gone", Tone.BAD);

        private final String text;
        private final Tone tone;

        State(String text, Tone tone) {
            this.text = text;
            this.tone = tone;
        }

        String text() {
            return text;
        }
    }

    /**
     * A broker.
     *
     * @param node      empty for one that is not in the cluster
     * @param outOfSync replicas of it that are not in sync
     * @param sizeBytes of all its logs; empty when it does not tell
     */
    record Load(
            int id,
            Optional<BrokerNode> node,
            State state,
            boolean isController,
            int leaders,
            int replicas,
            int outOfSync,
            Optional<Long> sizeBytes) {
        Optional<String> address() {
            return node.map(known -> known.address().toString());
        }

        Row row() {
            return new Row()
                    .with("id", id)
                    .with("address", address())
                    .with("rack", node.flatMap(BrokerNode::rack))
                    .with("state", state.text, state.tone)
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
        var controller = ActiveController.id(client);
        var ids = new TreeSet<>(replicas.keySet());
        client.cluster().brokers().forEach(broker -> ids.add(broker.id()));
        var loads = new ArrayList<Load>();
        for (int id : ids) {
            var node = client.cluster().broker(id);
            var disks = node.isPresent() ? disks(id) : new Disks(State.GONE, Optional.empty());
            loads.add(new Load(
                    id,
                    node,
                    disks.state(),
                    controller.equals(Optional.of(id)),
                    leaders.getOrDefault(id, 0),
                    replicas.getOrDefault(id, 0),
                    outOfSync.getOrDefault(id, 0),
                    disks.sizeBytes()));
        }
        return loads;
    }

    private record Disks(State state, Optional<Long> sizeBytes) {}

    private Disks disks(int broker) {
        try {
            long sum = 0;
            for (var directory : new LogDirs(client).of(broker)) {
                sum += directory.sizeBytes();
            }
            return new Disks(State.ALIVE, Optional.of(sum));
        } catch (ClusterUnreachableException | UnknownBrokerException silent) {
            return new Disks(State.SILENT, Optional.empty());
        } catch (ClusterException notTold) {
            return new Disks(State.ALIVE, Optional.empty());
        }
    }
}
