/**
 * The log: segments, indexes, producer state, leader epochs, recovery and retention, in the exact file formats of Apache
 * Kafka.
 *
 * <p>A log has no thread of its own and one writer at a time: whoever finds it free. Reads take no lock. Files are created,
 * deleted, flushed and recovered on the background pool.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.storage;
