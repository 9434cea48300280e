package dev.gregor.broker.storage;

/**
 * What a topic's configuration says of its logs; names and meanings are those of Kafka's topic configs.
 *
 * @param segmentBytes {@code segment.bytes}: a segment is rolled before it grows beyond this
 * @param segmentMs {@code segment.ms}: age in milliseconds after which a segment is rolled at the next append
 * @param segmentJitterMs {@code segment.jitter.ms}
 * @param segmentIndexBytes {@code segment.index.bytes}: size to which index files are grown
 * @param indexIntervalBytes {@code index.interval.bytes}: bytes of log between two index entries
 * @param retentionBytes {@code retention.bytes}, or -1 for no limit
 * @param retentionMs {@code retention.ms}, or -1 for no limit
 * @param fileDeleteDelayMs {@code file.delete.delay.ms}
 * @param maxMessageBytes {@code max.message.bytes}: the largest batch accepted, in bytes
 * @param flushMessages {@code flush.messages}: with 1 every append is flushed before it is answered
 * @param flushMs {@code flush.ms}
 * @param timestampType {@code message.timestamp.type}
 * @param timestampBeforeMaxMs {@code message.timestamp.before.max.ms}
 * @param timestampAfterMaxMs {@code message.timestamp.after.max.ms}
 * @param compressionType {@code compression.type}: {@code producer}, or the codec that stored batches must have
 * @param deletes whether {@code cleanup.policy} asks for old segments to go
 * @param compacts whether {@code cleanup.policy} asks for compaction: keys are then required
 * @param minInsyncReplicas {@code min.insync.replicas}
 * @param preallocate {@code preallocate}
 */
public record LogSettings(
        int segmentBytes,
        long segmentMs,
        long segmentJitterMs,
        int segmentIndexBytes,
        int indexIntervalBytes,
        long retentionBytes,
        long retentionMs,
        long fileDeleteDelayMs,
        int maxMessageBytes,
        long flushMessages,
        long flushMs,
        org.apache.kafka.common.record.TimestampType timestampType,
        long timestampBeforeMaxMs,
        long timestampAfterMaxMs,
        String compressionType,
        boolean deletes,
        boolean compacts,
        int minInsyncReplicas,
        boolean preallocate) {}
