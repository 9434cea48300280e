package dev.gregor.broker.storage;

import java.util.List;
import org.apache.kafka.common.protocol.Errors;

/** What became of a {@link LogAppend}. */
public sealed interface AppendResult {
    /**
     * The batches are in the log.
     *
     * @param baseOffset offset of the first record; for a repeated idempotent batch, where it was written the first time
     * @param lastOffset offset of the last record
     * @param logAppendTimeMs the broker's time if the topic uses {@code LogAppendTime}, else -1
     * @param logStartOffset the log's first offset at that time
     * @param duplicate whether an idempotent producer sent what the log already held; nothing was written then
     */
    record Appended(long baseOffset, long lastOffset, long logAppendTimeMs, long logStartOffset, boolean duplicate)
            implements AppendResult {}

    /**
     * Nothing was written.
     *
     * @param recordErrors what is wrong with which record, by its place in the first batch; may be empty (KIP-467)
     */
    record Rejected(Errors error, String message, List<RecordError> recordErrors, long logStartOffset)
            implements AppendResult {}

    /**
     * One record that was refused.
     *
     * @param index place of the record in its batch, from 0
     */
    record RecordError(int index, String message) {}
}
