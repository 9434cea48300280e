package dev.gregor.cli.topic;

import dev.gregor.cli.findings.TopicFacts;
import dev.gregor.cli.topic.TopicDescription.Reassignment;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;

/**
 * Every topic as the checks of {@link dev.gregor.cli.findings} want it: two requests for a cluster of any size, three where
 * replicas are not in sync.
 */
public final class TopicSurvey {
    private static final byte TOPIC_RESOURCE = 2;
    private static final String MIN_ISR = "min.insync.replicas";
    /** A cluster without a controller, whose state is asked for all the more, keeps the question for ever. */
    private static final int MOVES_TIMEOUT_MS = 2_000;

    private static final String UNCLEAN = "unclean.leader.election.enable";

    private final ClusterClient client;

    /** Over this client. */
    public TopicSurvey(ClusterClient client) {
        this.client = client;
    }

    /** All topics the client may see, by name; configs that it may not read are left unknown. */
    public List<TopicFacts> all() {
        var topics = new Topics(client).all();
        topics.sort(Comparator.comparing(MetadataResponseTopic::name));
        var names = new ArrayList<String>();
        for (var topic : topics) {
            names.add(topic.name());
        }
        var configs = configs(names);
        var facts = new ArrayList<TopicFacts>();
        for (var topic : topics) {
            var partitions = new ArrayList<TopicFacts.Partition>();
            for (var partition : topic.partitions()) {
                partitions.add(new TopicFacts.Partition(
                        partition.partitionIndex(),
                        partition.leaderId() < 0 ? Optional.empty() : Optional.of(partition.leaderId()),
                        partition.replicaNodes(),
                        partition.isrNodes(),
                        partition.offlineReplicas()));
            }
            partitions.sort(Comparator.comparingInt(TopicFacts.Partition::index));
            var config = configs.getOrDefault(topic.name(), Map.of());
            facts.add(new TopicFacts(topic.name(), topic.isInternal(), minIsr(config), isUnclean(config), partitions));
        }
        return withMoves(facts);
    }

    /** The same with what is known of moves in progress: their new replicas are not missing while they catch up. */
    List<TopicFacts> withMoves(List<TopicFacts> topics) {
        var incomplete = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            for (var partition : topic.partitions()) {
                if (partition.isUnderReplicated()) {
                    incomplete.add(new TopicPartition(topic.name(), partition.index()));
                }
            }
        }
        var moves = moves(incomplete);
        if (moves.isEmpty()) {
            return topics;
        }
        var withMoves = new ArrayList<TopicFacts>();
        for (var topic : topics) {
            var partitions = new ArrayList<TopicFacts.Partition>();
            for (var partition : topic.partitions()) {
                var move = moves.get(new TopicPartition(topic.name(), partition.index()));
                partitions.add(move == null ? partition : partition.joinedBy(move.adding()));
            }
            withMoves.add(topic.withPartitions(partitions));
        }
        return withMoves;
    }

    private Map<TopicPartition, Reassignment> moves(List<TopicPartition> partitions) {
        try {
            return new Topics(client.lend(MOVES_TIMEOUT_MS)).reassignments(partitions);
        } catch (ClusterException noController) {
            // Where nobody knows of moves, each replica that is not in sync counts as missing.
            return Map.of();
        }
    }

    /** The number of partitions of each topic, by name. */
    public static Map<String, Integer> partitionCounts(List<TopicFacts> topics) {
        var counts = new TreeMap<String, Integer>();
        for (var topic : topics) {
            counts.put(topic.name(), topic.partitions().size());
        }
        return counts;
    }

    private Map<String, Map<String, String>> configs(List<String> names) {
        var resources = new ArrayList<DescribeConfigsResource>();
        for (var name : names) {
            resources.add(new DescribeConfigsResource()
                    .setResourceType(TOPIC_RESOURCE)
                    .setResourceName(name)
                    .setConfigurationKeys(List.of(MIN_ISR, UNCLEAN)));
        }
        var configs = new HashMap<String, Map<String, String>>();
        if (resources.isEmpty()) {
            return configs;
        }
        var answer = client.ask(
                Target.anyBroker(),
                new DescribeConfigsRequestData().setResources(resources),
                new DescribeConfigsResponseData());
        for (var result : answer.results()) {
            var values = new HashMap<String, String>();
            if (result.errorCode() == ErrorCodes.NONE) {
                for (var config : result.configs()) {
                    values.put(config.name(), String.valueOf(config.value()));
                }
            }
            configs.put(result.resourceName(), values);
        }
        return configs;
    }

    /** A described topic with its configs, for the same checks. */
    static TopicFacts facts(TopicDescription topic, Map<String, ConfigValue> configs) {
        var values = new HashMap<String, String>();
        for (var config : configs.values()) {
            values.put(config.name(), config.value());
        }
        var partitions = new ArrayList<TopicFacts.Partition>();
        for (var partition : topic.partitions()) {
            partitions.add(new TopicFacts.Partition(
                    partition.index(), partition.leader(), partition.replicas(), partition.isr(), partition.offline()));
        }
        return new TopicFacts(topic.name(), topic.internal(), minIsr(values), isUnclean(values), partitions);
    }

    private static Optional<Integer> minIsr(Map<String, String> configs) {
        var value = configs.get(MIN_ISR);
        return value == null ? Optional.empty() : Optional.of(Integer.valueOf(value));
    }

    private static boolean isUnclean(Map<String, String> configs) {
        return "true".equals(configs.get(UNCLEAN));
    }
}
