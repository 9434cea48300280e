package dev.gregor.cli.brokers;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.Target;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.Node;

/** {@code kafka-broker-api-versions.sh}: what each broker serves; a broker that does not answer is a line, not a failure. */
public final class BrokerApiVersionsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable(
                        "kafka-broker-api-versions.sh", "This tool helps to retrieve broker version information.")
                .value(
                        "command-config",
                        "command config property file",
                        "A property file containing configs to be passed to the client.")
                .value("bootstrap-server", "server(s) to use for bootstrapping", "REQUIRED: The server to connect to.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> run(streams, options));
    }

    private static int run(Streams streams, ParsedOptions options) {
        var bootstrap = options.value("bootstrap-server")
                .orElseThrow(() -> new UsageException("Missing required argument \"[bootstrap-server]\""));
        try (var client = DropIn.connect(bootstrap, options.value("command-config"))) {
            for (var broker : inKafkasOrder(client.cluster().brokers())) {
                try {
                    var served = client.served(Target.broker(broker.id()));
                    streams.out().print(broker + " -> " + ApiVersionsText.of(served) + "\n");
                } catch (ClusterException failed) {
                    streams.out().print(broker + " -> ERROR: " + failed.getMessage() + "\n");
                }
            }
        }
        return 0;
    }

    /** A plain HashSet on purpose: Kafka's tool prints brokers as its HashMap has them. */
    static Iterable<Node> inKafkasOrder(List<BrokerNode> brokers) {
        var nodes = new HashSet<Node>();
        for (var broker : brokers) {
            nodes.add(new Node(
                    broker.id(), broker.host(), broker.port(), broker.rack().orElse(null)));
        }
        return nodes;
    }
}
