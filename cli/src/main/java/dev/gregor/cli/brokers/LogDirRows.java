package dev.gregor.cli.brokers;

import dev.gregor.cli.names.Globs;
import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Tone;
import dev.gregor.cli.progress.Unit;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Log directories as rows. */
final class LogDirRows {
    private LogDirRows() {}

    static Row of(int broker, LogDirs.LogDir directory) {
        boolean online = directory.errorCode() == ErrorCodes.NONE;
        var usable = known(directory.usableBytes());
        var total = known(directory.totalBytes());
        return new Row()
                .with("broker", broker)
                .with("logDir", directory.path())
                .with("state", online ? "online" : "offline", online ? Tone.PLAIN : Tone.BAD)
                .with("replicas", directory.replicas().size())
                .with("size", Unit.BYTES.text(directory.sizeBytes()))
                .with("free", usable.map(Unit.BYTES::text))
                .with("volume", total.map(Unit.BYTES::text))
                .withDetail("sizeBytes", directory.sizeBytes())
                .withDetail("usableBytes", usable)
                .withDetail("totalBytes", total)
                .withDetail(
                        "error", online ? Optional.empty() : Optional.of(ErrorCodes.text(directory.errorCode(), "")));
    }

    private static Optional<Long> known(long bytes) {
        return bytes < 0 ? Optional.empty() : Optional.of(bytes);
    }

    /** The largest first. */
    static List<Row> ofReplicas(int broker, LogDirs.LogDir directory, String topicGlob) {
        var replicas = new ArrayList<>(directory.replicas().entrySet());
        replicas.removeIf(replica -> !Globs.matches(topicGlob, replica.getKey().topic()));
        replicas.sort(Comparator.comparingLong((Map.Entry<?, LogDirs.Replica> replica) ->
                        -replica.getValue().sizeBytes())
                .thenComparing(replica -> replica.getKey().toString()));
        var rows = new ArrayList<Row>();
        for (var replica : replicas) {
            rows.add(new Row()
                    .with("broker", broker)
                    .with("topic", replica.getKey().topic())
                    .with("partition", replica.getKey().partition())
                    .with("size", Unit.BYTES.text(replica.getValue().sizeBytes()))
                    .with("offsetLag", replica.getValue().offsetLag())
                    .with("moving", replica.getValue().isFuture())
                    .with("logDir", directory.path())
                    .withDetail("sizeBytes", replica.getValue().sizeBytes()));
        }
        return rows;
    }
}
