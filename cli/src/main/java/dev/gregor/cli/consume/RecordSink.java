package dev.gregor.cli.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are read, from any thread. */
interface RecordSink {
    /** @return false when it has enough */
    boolean accept(ConsumerRecord<byte[], byte[]> record, Span span);

    /** Nothing more has arrived for the moment: what was taken should be seen. Returns false when nobody looks any more. */
    boolean flush();
}
