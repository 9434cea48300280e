package dev.gregor.cli.completion;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData.DescribeConfigsResource;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;

/** Asks a cluster for its names. What one kind of question fails with, for want of rights say, leaves out that kind only. */
public final class ClusterNames {
    private static final byte TOPIC_RESOURCE = 2;
    private static final byte BROKER_RESOURCE = 4;

    private final ClusterClient client;
    private final Map<NameKind, List<String>> names = new EnumMap<>(NameKind.class);

    private ClusterNames(ClusterClient client) {
        this.client = client;
    }

    /**
     * Every name by its kind, in no order; kinds that could not be asked for are missing.
     *
     * @throws dev.gregor.protocol.ClusterUnreachableException when the cluster does not answer at all
     */
    public static Map<NameKind, List<String>> of(ClusterClient client) {
        var asked = new ClusterNames(client);
        asked.topics();
        asked.brokers();
        asked.groups();
        asked.configs(NameKind.TOPIC_CONFIG);
        asked.configs(NameKind.BROKER_CONFIG);
        return asked.names;
    }

    private void topics() {
        var topics = new ArrayList<String>();
        for (var topic :
                client.metadata(new MetadataRequestData().setTopics(null)).topics()) {
            if (topic.name() != null) {
                topics.add(topic.name());
            }
        }
        names.put(NameKind.TOPIC, topics);
    }

    private void brokers() {
        var ids = new ArrayList<String>();
        var addresses = new ArrayList<String>();
        for (var broker : client.cluster().brokers()) {
            ids.add(String.valueOf(broker.id()));
            addresses.add(broker.address().toString());
        }
        names.put(NameKind.BROKER, ids);
        names.put(NameKind.ADDRESS, addresses);
    }

    private void groups() {
        var groups = new TreeSet<String>();
        boolean answered = false;
        for (var broker : client.cluster().brokers()) {
            try {
                var answer = client.ask(
                        Target.broker(broker.id()), new ListGroupsRequestData(), new ListGroupsResponseData());
                answer.groups().forEach(group -> groups.add(group.groupId()));
                answered |= answer.errorCode() == 0;
            } catch (ClusterException notThisOne) {
                // The other brokers' groups are better than none.
            }
        }
        if (answered) {
            names.put(NameKind.GROUP, List.copyOf(groups));
        }
    }

    private void configs(NameKind kind) {
        var topics = names.getOrDefault(NameKind.TOPIC, List.of());
        var brokers = client.cluster().brokers();
        boolean ofTopic = kind == NameKind.TOPIC_CONFIG;
        if (ofTopic ? topics.isEmpty() : brokers.isEmpty()) {
            return;
        }
        var resource = new DescribeConfigsResource()
                .setResourceType(ofTopic ? TOPIC_RESOURCE : BROKER_RESOURCE)
                .setResourceName(
                        ofTopic ? topics.get(0) : String.valueOf(brokers.get(0).id()))
                .setConfigurationKeys(null);
        var target = ofTopic ? Target.anyBroker() : Target.broker(brokers.get(0).id());
        try {
            var answer = client.ask(
                    target,
                    new DescribeConfigsRequestData().setResources(List.of(resource)),
                    new DescribeConfigsResponseData());
            var keys = new ArrayList<String>();
            for (var result : answer.results()) {
                for (var config : result.configs()) {
                    if (!config.readOnly()) {
                        keys.add(config.name());
                    }
                }
            }
            if (!keys.isEmpty()) {
                names.put(kind, keys);
            }
        } catch (ClusterException notTold) {
            // Keys of an earlier time, if any, stay.
        }
    }
}
