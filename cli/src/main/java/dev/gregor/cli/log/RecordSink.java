package dev.gregor.cli.log;

import java.util.Optional;

/** Takes the records of a dump, one after the other. */
interface RecordSink extends AutoCloseable {
    /** @param decoder what reads the record's key and value, where they are Kafka's own */
    void add(DumpedRecord dumped, Optional<RecordText> decoder);

    @Override
    void close();
}
