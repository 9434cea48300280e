package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.internal.ControlRecordType;

/**
 * An index of aborted transactions against the log: entries in order, each with the offset of its producer's abort marker,
 * where its transaction began, and up to where all transactions were decided then.
 */
final class TransactionIndexCheck implements SegmentCheck {
    private static final String AT_START =
            "A broker builds it anew if it goes through the segment; else readers of committed records may see aborted ones.";

    private final Path file;
    private final OpenTransactions open;
    private final Consumer<Damage> damages;
    private List<TransactionIndexFile.AbortedTransaction> entries = new ArrayList<>();
    private int next;

    /** @param open is told of each batch after this check */
    TransactionIndexCheck(Segment segment, OpenTransactions open, ByteBuffer bytes, Consumer<Damage> damages) {
        this.file = segment.file(".txnindex");
        this.open = open;
        this.damages = damages;
        try {
            entries = TransactionIndexFile.read(file.toFile(), bytes.duplicate());
        } catch (KafkaException unknown) {
            damages.accept(Damage.of(file, "an entry of a version that is not known", AT_START));
            return;
        }
        if (bytes.limit() % TransactionIndexFile.ENTRY_BYTES != 0) {
            damages.accept(Damage.of(
                    file,
                    bytes.limit() + " bytes are no multiple of an entry's " + TransactionIndexFile.ENTRY_BYTES,
                    AT_START));
        }
        for (int i = 0; i < entries.size(); i++) {
            long before = i == 0 ? -1 : entries.get(i - 1).lastOffset();
            if (entries.get(i).lastOffset() <= before) {
                report(i, "is out of order");
                entries = entries.subList(0, i);
            }
        }
    }

    @Override
    public void onBatch(StoredBatch.Complete stored) {
        var batch = stored.batch();
        for (; next < entries.size() && entries.get(next).lastOffset() <= batch.lastOffset(); next++) {
            var entry = entries.get(next);
            boolean here = entry.lastOffset() >= stored.baseOffset();
            if (!here || !batch.isControlBatch() || batch.producerId() != entry.producerId() || !isAbort(stored)) {
                report(next, "is no abort marker of producer " + entry.producerId());
            } else if (entry.version() != 0 || !open.mayBegin(entry.producerId(), entry.firstOffset())) {
                report(next, "ends no transaction that begins at " + entry.firstOffset());
            } else if (!open.mayBeStable(entry)) {
                report(next, "has " + entry.lastStableOffset() + " as the last stable offset");
            }
        }
    }

    private static boolean isAbort(StoredBatch.Complete stored) {
        if (!stored.isValid()) {
            return false;
        }
        try (var records = stored.records()) {
            var key = records.hasNext() ? records.next().key() : null;
            return key != null && ControlRecordType.parse(key) == ControlRecordType.ABORT;
        } catch (BatchRecords.BrokenException | KafkaException broken) {
            return false;
        }
    }

    @Override
    public void onEnd(long readTo, boolean readable) {
        if (next < entries.size() && readable) {
            report(next, "is behind the log's last batch");
        }
    }

    private void report(int entry, String what) {
        long offset = entries.get(entry).lastOffset();
        damages.accept(Damage.at(
                file,
                (long) entry * TransactionIndexFile.ENTRY_BYTES,
                offset,
                "offset " + offset + " " + what,
                AT_START));
    }
}
