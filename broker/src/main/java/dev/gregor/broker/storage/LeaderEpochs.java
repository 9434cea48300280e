package dev.gregor.broker.storage;

import dev.gregor.broker.storage.PartitionLog.EpochEndOffset;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Which leader epoch began at which offset (KIP-101), kept in {@code leader-epoch-checkpoint}. Epochs and offsets rise.
 *
 * <p>Changed by the log's present writer, read by any thread. The file is written later, at the latest before the log's recovery
 * point passes the epoch's start: until then the epoch is found again in the batches after that point. So thousands of logs can
 * get a new leader at once without touching a file.
 */
final class LeaderEpochs {
    static final String FILE_NAME = "leader-epoch-checkpoint";

    private static final EpochEndOffset UNKNOWN = new EpochEndOffset(-1, -1L);

    /** Not changed once published. */
    private static final class Entries {
        static final Entries NONE = new Entries(new int[0], new long[0]);

        private final int[] epochs;
        private final long[] startOffsets;

        Entries(int[] epochs, long[] startOffsets) {
            this.epochs = epochs;
            this.startOffsets = startOffsets;
        }

        int size() {
            return epochs.length;
        }

        Entries first(int count) {
            return new Entries(Arrays.copyOf(epochs, count), Arrays.copyOf(startOffsets, count));
        }

        Entries with(int epoch, long startOffset) {
            int n = size();
            var longer = new Entries(Arrays.copyOf(epochs, n + 1), Arrays.copyOf(startOffsets, n + 1));
            longer.epochs[n] = epoch;
            longer.startOffsets[n] = startOffset;
            return longer;
        }
    }

    private final File file;
    private volatile Entries entries = Entries.NONE;
    private Entries written = Entries.NONE;
    private boolean closed;

    LeaderEpochs(File dir) {
        this.file = new File(dir, FILE_NAME);
    }

    /** Reads the file; a missing one is an empty one. */
    static LeaderEpochs load(File dir) throws IOException {
        var epochs = new LeaderEpochs(dir);
        CheckpointText.read(epochs.file, epochs::addLine);
        epochs.written = epochs.entries;
        return epochs;
    }

    private boolean addLine(String line) {
        int space = line.indexOf(' ');
        try {
            assign(Integer.parseInt(line.substring(0, space)), Long.parseLong(line.substring(space + 1)));
            return true;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Notes that an epoch starts at an offset, if that is news; entries that contradict it go. The file comes later. */
    void assign(int epoch, long startOffset) {
        var now = entries;
        int last = now.size() - 1;
        boolean known = last >= 0 && now.epochs[last] == epoch && startOffset >= now.startOffsets[last];
        if (epoch >= 0 && !known) {
            add(epoch, startOffset);
        }
    }

    private synchronized void add(int epoch, long startOffset) {
        var now = entries;
        int keep = now.size();
        while (keep > 0 && (now.epochs[keep - 1] >= epoch || now.startOffsets[keep - 1] >= startOffset)) {
            keep--;
        }
        entries = now.first(keep).with(epoch, startOffset);
    }

    /** Notes an epoch found in a batch, if it is newer than all that are known. */
    synchronized void addNewer(int epoch, long startOffset) {
        var now = entries;
        if (epoch >= 0 && (now.size() == 0 || epoch > now.epochs[now.size() - 1])) {
            add(epoch, startOffset);
        }
    }

    OptionalInt latest() {
        var now = entries;
        return now.size() == 0 ? OptionalInt.empty() : OptionalInt.of(now.epochs[now.size() - 1]);
    }

    /** Whether a newer epoch than this has begun. */
    boolean isPast(int epoch) {
        var now = entries;
        return now.size() > 0 && epoch < now.epochs[now.size() - 1];
    }

    OptionalInt epochFor(long offset) {
        var now = entries;
        for (int i = now.size() - 1; i >= 0; i--) {
            if (now.startOffsets[i] <= offset) {
                return OptionalInt.of(now.epochs[i]);
            }
        }
        return OptionalInt.empty();
    }

    EpochEndOffset endOffsetFor(int epoch, long logEndOffset) {
        var now = entries;
        int n = now.size();
        if (epoch < 0 || n == 0 || epoch > now.epochs[n - 1]) {
            return UNKNOWN;
        }
        if (epoch == now.epochs[n - 1]) {
            return new EpochEndOffset(epoch, logEndOffset);
        }
        int higher = 0;
        while (now.epochs[higher] <= epoch) {
            higher++;
        }
        return new EpochEndOffset(higher == 0 ? epoch : now.epochs[higher - 1], now.startOffsets[higher]);
    }

    /** Drops the epochs that begin at or after an offset. */
    synchronized boolean dropFrom(long endOffset) {
        var now = entries;
        int keep = now.size();
        while (keep > 0 && now.startOffsets[keep - 1] >= endOffset) {
            keep--;
        }
        return shrink(now, 0, keep);
    }

    /** Drops the epochs that end at or before an offset; the one it lies in begins there. */
    synchronized boolean dropBefore(long startOffset) {
        var now = entries;
        int first = now.size() - 1;
        while (first >= 0 && now.startOffsets[first] > startOffset) {
            first--;
        }
        if (first < 0 || (first == 0 && now.startOffsets[0] == startOffset)) {
            return false;
        }
        var kept = new Entries(
                Arrays.copyOfRange(now.epochs, first, now.size()),
                Arrays.copyOfRange(now.startOffsets, first, now.size()));
        kept.startOffsets[0] = startOffset;
        entries = kept;
        return true;
    }

    private boolean shrink(Entries now, int from, int to) {
        if (from == 0 && to == now.size()) {
            return false;
        }
        entries = new Entries(Arrays.copyOfRange(now.epochs, from, to), Arrays.copyOfRange(now.startOffsets, from, to));
        return true;
    }

    synchronized void clear() {
        shrink(entries, 0, 0);
    }

    /** Leaves the file alone from now on: by its name there may soon be another log's. */
    synchronized void close() {
        closed = true;
    }

    /** Replaces the file, on the disk, if it is not as the entries are. */
    synchronized void write() throws IOException {
        if (written != entries && !closed) {
            TextFile.replace(file, text());
            written = entries;
        }
    }

    /** As {@link #write}, if {@link #isWorthWriting}. */
    synchronized void writeIfWorth(long endOffset) throws IOException {
        if (isWorthWriting(endOffset)) {
            write();
        }
    }

    /** Whether the file lacks more than an epoch without a record: a restart alone brings one of those to every log. */
    private boolean isWorthWriting(long endOffset) {
        var now = entries;
        int worth = now.size();
        while (worth > 0 && now.startOffsets[worth - 1] >= endOffset) {
            worth--;
        }
        boolean kept = worth <= written.size()
                && Arrays.equals(now.epochs, 0, worth, written.epochs, 0, worth)
                && Arrays.equals(now.startOffsets, 0, worth, written.startOffsets, 0, worth)
                && (worth == written.size() || written.startOffsets[worth] >= endOffset);
        return !kept;
    }

    private String text() {
        var now = entries;
        var text = new CheckpointText();
        for (int i = 0; i < now.size(); i++) {
            text.add(now.epochs[i] + " " + now.startOffsets[i]);
        }
        return text.text();
    }
}
