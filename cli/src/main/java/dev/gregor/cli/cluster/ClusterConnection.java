package dev.gregor.cli.cluster;

import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.protocol.ClusterClient;
import java.util.Optional;

/** Opens what a line of these tools names: brokers, or the controllers themselves. */
final class ClusterConnection {
    private ClusterConnection() {}

    static ClusterClient open(ParsedArguments line, Optional<String> commandConfig) {
        var server = line.value("bootstrap-server");
        return server.isPresent()
                ? DropIn.connect(server.get(), commandConfig)
                : DropIn.connectToControllers(line.required("bootstrap-controller"), commandConfig);
    }
}
