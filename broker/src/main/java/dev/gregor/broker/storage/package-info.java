/**
 * The log: segments, indexes, producer state, leader epochs, recovery and retention, in the exact file formats of Apache
 * Kafka.
 *
 * <p>A log has no thread of its own and one writer at a time: whoever finds it free ({@code TurnQueue}, {@code LogWriter}). Reads
 * take no lock: they work on an immutable view that the writer publishes ({@code LogView}, {@code LogReader}). Files are deleted,
 * and flushed after a roll, on one small background pool; a log directory whose writes are slow, or whose topics flush before they
 * answer, has a writer thread of its own.
 *
 * <p>Two promises shape the code. Nothing is answered or shown that a failed write or flush may have left behind: any I/O error
 * takes the directory offline until a restart. And a recovery point never passes what has not been flushed, epochs and topic id
 * included, so that whatever lies beyond it can be found again in the batches themselves.
 *
 * <p>KIP-98 (idempotence), KIP-101 and KIP-320 (epochs), KIP-107 (log start offset), KIP-467 (record errors), KIP-734 (largest
 * timestamp), KIP-858 (directory ids), KIP-966 (clean shutdown files). Not here yet: compaction, {@code .txnindex}.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.storage;
