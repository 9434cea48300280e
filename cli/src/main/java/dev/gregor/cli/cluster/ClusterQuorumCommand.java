package dev.gregor.cli.cluster;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.Counted;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.Uuid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor cluster quorum}: exit 0 when there is a leader; 1 on a cluster with ZooKeeper. */
@Command(
        name = "quorum",
        mixinStandardHelpOptions = true,
        description = "Show the controllers' quorum: who leads, who follows and how far behind.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor cluster quorum", "  gregor cluster quorum -o wide"})
public final class ClusterQuorumCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try (var client = connection.open()) {
            var quorum = described(client);
            long nowMs = quorum.describedMs(System.currentTimeMillis());
            for (var voter : quorum.voters()) {
                rows.add(row(quorum, voter, voter.id() == quorum.leaderId() ? "leader" : "follower", nowMs));
            }
            for (var observer : quorum.observers()) {
                rows.add(row(quorum, observer, "observer", nowMs));
            }
        }
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }

    private static Quorum.State described(ClusterClient client) {
        try {
            return new Quorum(client).describe();
        } catch (ClusterUnreachableException silent) {
            int brokers = client.cluster().brokers().size();
            throw new ClusterUnreachableException(
                    Counted.of(brokers, "broker")
                            + " to ask, but no controller leads, or none can be reached from them:"
                            + " more than half of the controllers must run. " + silent.getMessage(),
                    silent);
        }
    }

    private static Row row(Quorum.State quorum, Quorum.Replica replica, String role, long nowMs) {
        var endpoints = new ArrayList<String>();
        replica.endpoints().forEach(endpoint -> endpoints.add(endpoint.toString()));
        Optional<String> directory = replica.directoryId().equals(Uuid.ZERO_UUID)
                ? Optional.empty()
                : Optional.of(replica.directoryId().toString());
        return new Row()
                .with("id", replica.id())
                .with("role", role)
                .with("logEndOffset", replica.logEndOffset())
                .with("lag", quorum.logEndOffset() - replica.logEndOffset())
                .with("caughtUpMsAgo", replica.lastCaughtUpMs().map(timeMs -> Math.max(0, nowMs - timeMs)))
                .withDetail("fetchedMsAgo", replica.lastFetchMs().map(timeMs -> Math.max(0, nowMs - timeMs)))
                .withDetail("directoryId", directory)
                .withDetail("endpoints", List.copyOf(endpoints))
                .withDetail("leaderEpoch", quorum.leaderEpoch())
                .withDetail("highWatermark", quorum.highWatermark());
    }
}
