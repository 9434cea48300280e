package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordPrinterTest {
    private final Source source = new Source();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Three records in one poll. */
    private static final class Source implements RecordSource {
        private final List<Long> printed = new ArrayList<>();
        private final List<Long> unprinted = new ArrayList<>();
        private boolean polled;

        @Override
        public Iterator<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
            if (polled) {
                return Collections.emptyIterator();
            }
            polled = true;
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (int i = 0; i < 3; i++) {
                records.add(new ConsumerRecord<>("orders", 0, i, null, new byte[] {'v'}));
            }
            return records.iterator();
        }

        @Override
        public ConsumerRecord<byte[], byte[]> asPrinted(ConsumerRecord<byte[], byte[]> record) {
            return record;
        }

        @Override
        public void printed(ConsumerRecord<byte[], byte[]> record) {
            printed.add(record.offset());
        }

        @Override
        public void passedOver(ConsumerRecord<byte[], byte[]> record) {
            throw new AssertionError("nothing is wrong with " + record);
        }

        @Override
        public void close(Iterator<ConsumerRecord<byte[], byte[]>> rest) {
            rest.forEachRemaining(record -> unprinted.add(record.offset()));
        }
    }

    private void print(OutputStream out, int maxMessages) {
        var formatter = new DefaultFormatter(System.err);
        formatter.configure(Map.of());
        var streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var printer = new RecordPrinter(source, formatter, streams, new RecordPrinter.Limits(0, "", "a.Logger"))) {
            printer.run(maxMessages);
        }
    }

    @Test
    void givenSomeoneWhoReads_whenPrinted_thenThoseAreDoneAndTheRestComesAgain() {
        // when
        print(new ByteArrayOutputStream(), 2);
        // then
        assertThat(source.printed).containsExactly(0L, 1L);
        assertThat(source.unprinted).containsExactly(2L);
    }

    @Test
    void givenAPipeNobodyReads_whenPrinted_thenNothingIsDoneAndAllComesAgain() {
        // given
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        // when
        print(broken, -1);
        // then
        assertThat(source.printed).isEmpty();
        assertThat(source.unprinted).containsExactly(0L, 1L, 2L);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Unable to write to standard out, closing consumer.");
    }
}
