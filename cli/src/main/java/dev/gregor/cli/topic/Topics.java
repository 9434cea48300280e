package dev.gregor.cli.topic;

import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.message.MetadataRequestData;

/** What there is to ask a cluster about its topics. */
final class Topics {
    private final ClusterClient client;

    Topics(ClusterClient client) {
        this.client = client;
    }

    /** Every topic's name, sorted. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (var topic :
                client.metadata(new MetadataRequestData().setTopics(null)).topics()) {
            names.add(topic.name());
        }
        names.sort(null);
        return names;
    }
}
