package dev.gregor.cli.produce;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where the records to send come from. Not thread-safe. */
interface RecordInput extends AutoCloseable {
    /**
     * The next record; empty at the end.
     *
     * @throws IllegalArgumentException for input that is no record, saying where
     */
    Optional<ProducerRecord<byte[], byte[]>> next() throws IOException;

    /** How much of all there is has been taken, from 0 to 1; below 0 where nobody knows. */
    default double share() {
        return -1;
    }

    /** What to tell who stopped after so many: how the rest can be sent. */
    default String howToGoOn(long sent) {
        return String.format(Locale.ROOT, "To go on, begin after record %d of the input.", sent);
    }

    @Override
    default void close() throws IOException {}
}
