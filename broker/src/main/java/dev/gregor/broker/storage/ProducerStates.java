package dev.gregor.broker.storage;

import io.netty.util.collection.LongObjectHashMap;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producers a log knows, and its {@code .snapshot} files. A snapshot found at start is read only when a producer is asked
 * for. Owned by the log's present writer.
 */
final class ProducerStates {
    private static final Logger LOG = LoggerFactory.getLogger(ProducerStates.class);

    private final File dir;
    private final ProducerExpiry expiry;
    private final LongObjectHashMap<ProducerEntry> producers = new LongObjectHashMap<>();
    private final TreeMap<Long, ProducerEntry> openTransactions = new TreeMap<>();
    private final NavigableSet<Long> snapshots = new TreeSet<>();
    private @Nullable Fallback unread;
    private long lastSnapshotOffset = -1;

    ProducerStates(File dir, ProducerExpiry expiry) {
        this.dir = dir;
        this.expiry = expiry;
    }

    // ---- snapshots

    NavigableSet<Long> snapshots() {
        return snapshots;
    }

    void onSnapshotFound(long offset) {
        snapshots.add(offset);
    }

    /**
     * Begins with the newest readable snapshot at or before an offset; unreadable ones are deleted.
     *
     * @return the snapshot's offset, or -1 if there is none
     */
    long loadBefore(long endOffset) {
        forgetAll();
        while (true) {
            var newest = snapshots.floor(endOffset);
            if (newest == null) {
                return -1;
            }
            try {
                read(snapshotFile(newest));
                lastSnapshotOffset = newest;
                return newest;
            } catch (IOException e) {
                LOG.warn(
                        "Producer snapshot {} cannot be read, an older one is used: {}",
                        snapshotFile(newest),
                        e.getMessage());
                deleteSnapshot(newest);
                forgetAll();
            }
        }
    }

    /** How to do without a snapshot that cannot be read. */
    @FunctionalInterface
    interface Fallback {
        void rebuild() throws IOException;
    }

    /** As {@link #loadBefore} with a snapshot that is known to be there, but it is read at first use. */
    void loadLater(long offset, Fallback fallback) {
        forgetAll();
        unread = fallback;
        lastSnapshotOffset = offset;
    }

    private void forgetAll() {
        producers.clear();
        openTransactions.clear();
        unread = null;
    }

    private void loadUnread() {
        var fallback = unread;
        if (fallback != null) {
            unread = null;
            var file = snapshotFile(lastSnapshotOffset);
            try {
                read(file);
            } catch (IOException e) {
                LOG.warn("Producer snapshot {} cannot be read, the log is scanned instead: {}", file, e.getMessage());
                deleteSnapshot(lastSnapshotOffset);
                rebuild(fallback);
            }
        }
    }

    private void rebuild(Fallback fallback) {
        try {
            fallback.rebuild();
        } catch (IOException e) {
            // A producer whose state is lost is accepted with any sequence, as after retention has deleted its records.
            LOG.error("Producers of {} cannot be rebuilt and start afresh: {}", dir, e.getMessage());
            forgetAll();
        }
    }

    /**
     * Takes those that have not expired since the snapshot was taken. Those of batches after it are not asked: a client may be about
     * to repeat one, however old its records are.
     */
    private void read(File file) throws IOException {
        long nowMs = expiry.nowMs();
        for (var entry : ProducerSnapshotFile.read(file)) {
            if (expiry.isOver(entry, nowMs)) {
                continue;
            }
            producers.put(entry.producerId, entry);
            if (entry.hasOpenTransaction()) {
                openTransactions.put(entry.transactionStart, entry);
            }
        }
    }

    /** Writes what is known as of an offset, if no snapshot has been taken there. */
    void takeSnapshot(long offset) throws IOException {
        if (offset <= lastSnapshotOffset) {
            return;
        }
        loadUnread();
        ProducerSnapshotFile.write(snapshotFile(offset), producers.values(), producers.size());
        snapshots.add(offset);
        lastSnapshotOffset = offset;
    }

    /** Whether a snapshot is due when the log is closed at an offset: not for logs that no producer with an id ever wrote. */
    boolean wantsSnapshotAt(long offset) {
        return offset > lastSnapshotOffset && (unread != null || !producers.isEmpty() || !snapshots.isEmpty());
    }

    void deleteSnapshotsBefore(long offset) {
        for (var old : new ArrayList<>(snapshots.headSet(offset, false))) {
            deleteSnapshot(old);
        }
    }

    void deleteSnapshotsAfter(long offset) {
        for (var later : new ArrayList<>(snapshots.tailSet(offset, false))) {
            deleteSnapshot(later);
        }
    }

    /** Keeps the snapshots of segments' starts, and one beyond the last of them, which a clean stop wrote. */
    void deleteStraySnapshots(NavigableSet<Long> baseOffsets) {
        long lastBase = baseOffsets.isEmpty() ? -1 : baseOffsets.last();
        long newest = snapshots.isEmpty() ? -1 : snapshots.last();
        for (var offset : new ArrayList<>(snapshots)) {
            if (!baseOffsets.contains(offset) && (offset < lastBase || offset != newest)) {
                deleteSnapshot(offset);
            }
        }
    }

    private void deleteSnapshot(long offset) {
        snapshots.remove(offset);
        snapshotFile(offset).delete();
        if (offset == lastSnapshotOffset) {
            lastSnapshotOffset = snapshots.isEmpty() ? -1 : snapshots.last();
        }
    }

    File snapshotFile(long offset) {
        return new File(dir, LogFileNames.segmentFile(offset, LogFileNames.SNAPSHOT));
    }

    // ---- producers

    @Nullable
    ProducerEntry find(long producerId) {
        loadUnread();
        return producers.get(producerId);
    }

    /** Forgets all of it and every snapshot. */
    void clear() {
        forgetAll();
        for (var offset : new ArrayList<>(snapshots)) {
            deleteSnapshot(offset);
        }
        lastSnapshotOffset = -1;
    }

    /** Forgets producers that have been silent for too long and have no transaction open. */
    void expire() {
        if (unread != null) {
            return;
        }
        long nowMs = expiry.nowMs();
        var idle = new ArrayList<Long>();
        for (var entry : producers.values()) {
            if (expiry.isOver(entry, nowMs)) {
                idle.add(entry.producerId);
            }
        }
        for (long producerId : idle) {
            producers.remove(producerId);
        }
    }

    /** @return offset of the first record of the oldest open transaction, or {@code otherwise} */
    long firstOpenTransaction(long otherwise) {
        loadUnread();
        return openTransactions.isEmpty() ? otherwise : openTransactions.firstKey();
    }

    /** A refusal, with Kafka's message. */
    record Refusal(Errors error, String message) {}

    /** @return why a batch must not be appended, or null; repeated batches are found by {@link ProducerEntry#find} before */
    @Nullable
    Refusal check(
            @Nullable ProducerEntry entry,
            ByteBuffer buffer,
            int at,
            long offset,
            boolean checkSequence,
            String partition) {
        if (entry == null) {
            return null;
        }
        short epoch = buffer.getShort(at + BatchFormat.PRODUCER_EPOCH);
        if (epoch < entry.epoch) {
            return new Refusal(
                    Errors.INVALID_PRODUCER_EPOCH,
                    "Epoch of producer " + entry.producerId + " at offset " + offset + " in " + partition + " is "
                            + epoch + ", which is smaller than the last seen epoch " + entry.epoch);
        }
        short attributes = BatchFormat.attributes(buffer, at);
        if (BatchFormat.isControl(attributes)) {
            return null;
        }
        int firstSequence = buffer.getInt(at + BatchFormat.BASE_SEQUENCE);
        if (checkSequence && epoch != entry.epoch) {
            if (firstSequence != 0 && entry.epoch != BatchFormat.NO_PRODUCER_EPOCH) {
                return new Refusal(
                        Errors.OUT_OF_ORDER_SEQUENCE_NUMBER,
                        "Invalid sequence number for new epoch of producer " + entry.producerId + " at offset " + offset
                                + " in partition " + partition + ": " + epoch + " (request epoch), " + firstSequence
                                + " (seq. number), " + entry.epoch + " (current producer epoch)");
            }
        } else if (checkSequence && !follows(entry.lastSequence(), firstSequence)) {
            return new Refusal(
                    Errors.OUT_OF_ORDER_SEQUENCE_NUMBER,
                    "Out of order sequence number for producer " + entry.producerId + " at offset " + offset
                            + " in partition " + partition + ": " + firstSequence + " (incoming seq. number), "
                            + entry.lastSequence() + " (current end sequence number)");
        }
        if (entry.hasOpenTransaction() && !BatchFormat.isTransactional(attributes)) {
            return new Refusal(
                    Errors.INVALID_TXN_STATE,
                    "Expected transactional write from producer " + entry.producerId + " at offset " + offset
                            + " in partition " + partition);
        }
        return null;
    }

    private static boolean follows(int lastSequence, int nextSequence) {
        return nextSequence == lastSequence + 1L || (nextSequence == 0 && lastSequence == Integer.MAX_VALUE);
    }

    /** Takes note of a batch with a producer id that goes to the log; its offsets must be final. */
    void onBatch(ByteBuffer buffer, int at) {
        loadUnread();
        long producerId = buffer.getLong(at + BatchFormat.PRODUCER_ID);
        short epoch = buffer.getShort(at + BatchFormat.PRODUCER_EPOCH);
        short attributes = BatchFormat.attributes(buffer, at);
        long baseOffset = BatchFormat.baseOffset(buffer, at);
        int offsetDelta = buffer.getInt(at + BatchFormat.LAST_OFFSET_DELTA);
        var entry = producers.get(producerId);
        if (entry == null) {
            entry = new ProducerEntry(producerId);
            producers.put(producerId, entry);
        }
        if (BatchFormat.isControl(attributes)) {
            if (entry.hasOpenTransaction()) {
                openTransactions.remove(entry.transactionStart);
            }
            entry.onMarker(
                    epoch,
                    ControlRecords.coordinatorEpoch(buffer, at, entry.coordinatorEpoch),
                    BatchFormat.maxTimestamp(buffer, at));
            return;
        }
        int lastSequence = BatchFormat.plusSequence(buffer.getInt(at + BatchFormat.BASE_SEQUENCE), offsetDelta);
        entry.add(epoch, lastSequence, baseOffset + offsetDelta, offsetDelta, BatchFormat.maxTimestamp(buffer, at));
        if (BatchFormat.isTransactional(attributes) && !entry.hasOpenTransaction()) {
            entry.transactionStart = baseOffset;
            openTransactions.put(baseOffset, entry);
        }
    }
}
