package dev.gregor.cli.produce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record of each line; with a separator, what stands before it is the key. Bytes that are not UTF-8 stay as they are. */
final class LineInput implements RecordInput {
    private final Lines lines;
    private final RecordShape shape;
    private final byte[] keySeparator;

    /** @param keySeparator empty for lines without a key */
    LineInput(InputStream in, RecordShape shape, String keySeparator) {
        this.lines = Lines.endedByLineFeed(in);
        this.shape = shape;
        this.keySeparator = keySeparator.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<ProducerRecord<byte[], byte[]>> next() throws IOException {
        return lines.next().map(this::record);
    }

    /** A line without the separator is a value without a key, as in kcat. */
    private ProducerRecord<byte[], byte[]> record(byte[] line) {
        int end = keySeparator.length == 0 ? -1 : find(line);
        return end < 0
                ? shape.of(null, line)
                : shape.of(Arrays.copyOf(line, end), Arrays.copyOfRange(line, end + keySeparator.length, line.length));
    }

    private int find(byte[] line) {
        for (int i = 0; i <= line.length - keySeparator.length; i++) {
            if (Arrays.equals(line, i, i + keySeparator.length, keySeparator, 0, keySeparator.length)) {
                return i;
            }
        }
        return -1;
    }
}
