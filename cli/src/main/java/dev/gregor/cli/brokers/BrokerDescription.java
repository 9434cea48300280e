package dev.gregor.cli.brokers;

import dev.gregor.cli.output.Row;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.Target;
import dev.gregor.protocol.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;

/** All about a broker, a row for each fact: a table of one line would be too wide to read. */
final class BrokerDescription {
    private BrokerDescription() {}

    static List<Row> of(ClusterClient client, BrokerLoads.Load load) {
        var facts = new ArrayList<Row>();
        int id = load.id();
        facts.add(fact(id, "address", load.address()));
        facts.add(fact(id, "rack", load.node().flatMap(BrokerNode::rack)));
        facts.add(fact(id, "state", load.state().text()));
        facts.add(fact(id, "controller", load.isController()));
        facts.add(fact(id, "leaders", load.leaders()));
        facts.add(fact(id, "replicas", load.replicas()));
        facts.add(fact(id, "outOfSync", load.outOfSync()));
        if (load.state() != BrokerLoads.State.ALIVE) {
            return facts;
        }
        facts.add(fact(id, "size", load.sizeBytes().map(Unit.BYTES::text)));
        facts.add(fact(id, "apis", client.served(Target.broker(id)).size()));
        features(client, id).forEach((name, level) -> facts.add(fact(id, "feature " + name, level)));
        try {
            for (var directory : new LogDirs(client).of(id)) {
                facts.add(fact(
                        id,
                        "logDir " + directory.path(),
                        directory.replicas().size() + " replicas, " + Unit.BYTES.text(directory.sizeBytes())));
            }
        } catch (ClusterException notTold) {
            facts.add(fact(id, "logDirs", String.valueOf(notTold.getMessage())));
        }
        return facts;
    }

    private static Row fact(int broker, String name, Object value) {
        return new Row().with("broker", broker).with("fact", name).with("value", value);
    }

    private static TreeMap<String, String> features(ClusterClient client, int broker) {
        var answer = client.ask(
                Target.broker(broker),
                new ApiVersionsRequestData().setClientSoftwareName("gregor").setClientSoftwareVersion(Version.TEXT),
                new ApiVersionsResponseData());
        var features = new TreeMap<String, String>();
        for (var feature : answer.supportedFeatures()) {
            var used = answer.finalizedFeatures().find(feature.name());
            features.put(
                    feature.name(),
                    (used == null ? "not used" : "level " + used.maxVersionLevel()) + ", up to "
                            + feature.maxVersion());
        }
        return features;
    }
}
