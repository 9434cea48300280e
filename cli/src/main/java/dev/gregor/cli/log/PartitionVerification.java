package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads a partition's files once and tells what is wrong. Small files are read before the log they tell of, so that a broker
 * that goes on writing meanwhile makes the log longer than they say, not shorter.
 */
final class PartitionVerification {
    private static final String SNAPSHOT_OF_METADATA = ".checkpoint";

    private final PartitionFolder folder;
    private final DirectoryFacts directory;
    private final boolean shallow;
    private final LongConsumer read;
    private final Consumer<Damage> damages;
    private long batches;
    private long bytes;

    /**
     * For one reading.
     *
     * @param shallow whether batches stay unopened
     * @param read    is told of the bytes of logs as they are read
     */
    PartitionVerification(
            PartitionFolder folder,
            DirectoryFacts directory,
            boolean shallow,
            LongConsumer read,
            Consumer<Damage> damages) {
        this.folder = folder;
        this.directory = directory;
        this.shallow = shallow;
        this.read = read;
        this.damages = damages;
    }

    /** Batches read. */
    long batches() {
        return batches;
    }

    /** Bytes of logs read. */
    long bytes() {
        return bytes;
    }

    void run() throws IOException {
        checkTopicId();
        checkMetadataSnapshots();
        var producers = new ProducerCheck(folder, damages);
        var epochs = new EpochCheck(folder, damages);
        var segments = folder.segments();
        long end = segments.isEmpty() ? 0 : segments.get(0);
        var transactions = new OpenTransactions(end);
        boolean readable = true;
        for (int i = 0; i < segments.size(); i++) {
            long next = i + 1 < segments.size() ? segments.get(i + 1) : Long.MAX_VALUE;
            try {
                var read = verify(segments.get(i), next, end, transactions, List.of(producers, epochs, transactions));
                end = read.nextOffset();
                readable = read.toItsEnd();
            } catch (NoSuchFileException deleted) {
                // The log has lost its oldest segment meanwhile.
            }
        }
        if (readable) {
            producers.logEnd(end);
            epochs.logEnd(end);
            directory.check(folder, end, damages);
        }
    }

    private record Read(long nextOffset, boolean toItsEnd) {}

    private Read verify(
            long baseOffset, long endOfSegment, long nextOffset, OpenTransactions open, List<SegmentCheck> ofLog)
            throws IOException {
        var index = bytes(folder.file(baseOffset, ".index"));
        var times = bytes(folder.file(baseOffset, ".timeindex"));
        var transactions = bytes(folder.file(baseOffset, ".txnindex"));
        try (var reader = SegmentReader.open(folder.file(baseOffset, ".log"))) {
            var segment = new Segment(folder, baseOffset, endOfSegment, reader.sizeBytes(), directory.atStart(folder));
            var batchCheck = new BatchCheck(segment, nextOffset, shallow, damages);
            var checks = new ArrayList<SegmentCheck>();
            checks.add(batchCheck);
            if (index.isPresent()) {
                checks.add(new OffsetIndexCheck(segment, index.get(), damages));
            } else {
                damages.accept(Damage.of(segment.file(".index"), "is missing", AtStart.missingIndex()));
            }
            times.ifPresent(present -> checks.add(new TimeIndexCheck(segment, present, damages)));
            transactions.ifPresent(present -> checks.add(new TransactionIndexCheck(segment, open, present, damages)));
            var last = readAll(reader, segment, checks, ofLog);
            if (last instanceof StoredBatch.Unreadable damage) {
                damages.accept(Damage.at(
                        segment.file(".log"),
                        damage.position(),
                        batchCheck.nextOffset(),
                        damage.what(),
                        segment.atStart().badBatch(batchCheck.nextOffset(), damage.sizeBytes(), endOfSegment)));
            }
            return new Read(batchCheck.nextOffset(), last instanceof StoredBatch.End);
        }
    }

    /**
     * Reads a segment's batches.
     *
     * @param ofSegment are told of each
     * @param ofLog     are not told of those whose offsets belong elsewhere: one of them would put all that follow in the wrong
     */
    private StoredBatch readAll(
            SegmentReader reader, Segment segment, List<SegmentCheck> ofSegment, List<SegmentCheck> ofLog)
            throws IOException {
        var stored = reader.next();
        for (; stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
            batches++;
            bytes += readable.sizeBytes();
            for (var check : ofSegment) {
                check.onBatch(readable);
            }
            if (segment.mayHold(readable.batch())) {
                for (var check : ofLog) {
                    check.onBatch(readable);
                }
            }
            read.accept(readable.sizeBytes());
        }
        for (var check : ofSegment) {
            check.onEnd(stored.position(), stored instanceof StoredBatch.End);
        }
        read.accept(reader.sizeBytes() - stored.position());
        return stored;
    }

    private void checkTopicId() throws IOException {
        var file = folder.path().resolve(TopicIdFile.NAME);
        if (Files.exists(file)) {
            TopicIdFile.wrong(file)
                    .ifPresent(what -> damages.accept(
                            Damage.of(file, what, "A broker puts the partition's directory out of use.")));
        }
    }

    /** Of {@code __cluster_metadata} only. */
    private void checkMetadataSnapshots() throws IOException {
        for (var file : folder.files(name -> name.endsWith(SNAPSHOT_OF_METADATA))) {
            try (var reader = SegmentReader.open(file)) {
                var stored = reader.next();
                for (; stored instanceof StoredBatch.Complete readable; stored = reader.next()) {
                    if (!readable.isValid()) {
                        reportSnapshot(file, stored.position(), "the CRC of the batch does not match its bytes");
                    }
                }
                if (stored instanceof StoredBatch.Unreadable damage) {
                    reportSnapshot(file, damage.position(), damage.what());
                }
            } catch (NoSuchFileException deleted) {
                // A newer one has taken its place meanwhile.
            }
        }
    }

    private void reportSnapshot(Path file, long position, String what) {
        damages.accept(Damage.at(file, position, 0, what, "A node that loads this snapshot ends."));
    }

    private static Optional<ByteBuffer> bytes(Path file) throws IOException {
        try {
            return Optional.of(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
