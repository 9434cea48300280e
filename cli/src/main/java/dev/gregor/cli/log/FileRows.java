package dev.gregor.cli.log;

import dev.gregor.cli.output.Row;
import dev.gregor.protocol.ClusterException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The entries of a file without batches: indexes, snapshots, checkpoints. */
final class FileRows {
    private FileRows() {}

    /** @throws ClusterException when it is none of these, or broken */
    static List<Row> of(Path path) throws IOException {
        var file = path.toFile();
        var name = file.getName();
        try {
            if (name.equals("leader-epoch-checkpoint")) {
                return epochs(path);
            }
            if (name.endsWith("-checkpoint")) {
                return offsets(path);
            }
            return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
                case ".index" -> index(OffsetIndexFile.read(file, SegmentFiles.baseOffset(file)));
                case ".timeindex" -> times(TimeIndexFile.read(file, SegmentFiles.baseOffset(file)));
                case ".txnindex" -> transactions(file);
                case ".snapshot" -> producers(file);
                default ->
                    throw new ClusterException(
                            path
                                    + " is no file of a log: there are .log, .index, .timeindex, .txnindex, .snapshot and checkpoints.");
            };
        } catch (NumberFormatException named) {
            throw new ClusterException(path + ": its name does not begin with an offset.", named);
        } catch (CheckpointFile.MalformedException | ProducerSnapshotFile.CorruptException | KafkaException broken) {
            throw new ClusterException(path + ": " + broken.getMessage(), broken);
        }
    }

    /** Up to the zeros of a file that was made larger than its entries, as those of an open segment are. */
    private static List<Row> index(OffsetIndexFile index) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < index.entries() && !index.isUnused(i); i++) {
            rows.add(new Row().with("offset", index.offset(i)).with("position", index.position(i)));
        }
        return rows;
    }

    private static List<Row> times(TimeIndexFile index) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < index.entries() && !index.isUnused(i); i++) {
            rows.add(new Row().with("timestamp", index.timestamp(i)).with("offset", index.offset(i)));
        }
        return rows;
    }

    private static List<Row> transactions(File file) throws IOException {
        var rows = new ArrayList<Row>();
        for (var aborted : TransactionIndexFile.read(file)) {
            rows.add(new Row()
                    .with("producerId", aborted.producerId())
                    .with("firstOffset", aborted.firstOffset())
                    .with("lastOffset", aborted.lastOffset())
                    .with("lastStableOffset", aborted.lastStableOffset()));
        }
        return rows;
    }

    private static List<Row> producers(File file) throws IOException, ProducerSnapshotFile.CorruptException {
        var rows = new ArrayList<Row>();
        for (var producer : ProducerSnapshotFile.read(file)) {
            rows.add(new Row()
                    .with("producerId", producer.producerId())
                    .with("epoch", (int) producer.epoch())
                    .with("lastSequence", producer.lastSequence())
                    .with("lastOffset", producer.lastOffset())
                    .with("timestamp", producer.timestamp())
                    .with("openTransaction", producer.currentTxnFirstOffset().orElse(-1))
                    .withDetail("coordinatorEpoch", producer.coordinatorEpoch())
                    .withDetail("offsetDelta", producer.offsetDelta()));
        }
        return rows;
    }

    private static List<Row> epochs(Path file) throws IOException, CheckpointFile.MalformedException {
        var rows = new ArrayList<Row>();
        for (var epoch : CheckpointFile.epochs(file)) {
            rows.add(new Row().with("epoch", epoch.epoch()).with("startOffset", epoch.startOffset()));
        }
        return rows;
    }

    private static List<Row> offsets(Path file) throws IOException, CheckpointFile.MalformedException {
        var rows = new ArrayList<Row>();
        CheckpointFile.offsets(file)
                .forEach((partition, offset) ->
                        rows.add(new Row().with("partition", partition).with("offset", offset)));
        return rows;
    }
}
