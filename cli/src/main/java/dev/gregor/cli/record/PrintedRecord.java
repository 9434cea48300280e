package dev.gregor.cli.record;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record and what is known around it.
 *
 * @param number         how many have been printed, this one included
 * @param logStartOffset of its partition, when reading began
 * @param logEndOffset   the same
 */
public record PrintedRecord(
        ConsumerRecord<byte[], byte[]> record, long number, long logStartOffset, long logEndOffset) {}
