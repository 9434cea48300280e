package dev.gregor.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.record.internal.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRecordTest {
    @TempDir
    private Path folder;

    @Test
    void givenSoundBatches_whenReadHere_thenTheyAreAsKafkaClientsReadsThem() throws IOException {
        // given
        var orders =
                PartitionFolder.of(SampleLogs.under(folder).resolve("orders-0")).orElseThrow();
        int compared = 0;
        for (long segment : orders.segments()) {
            try (var reader = SegmentReader.open(orders.file(segment, ".log"))) {
                while (reader.next() instanceof StoredBatch.Complete stored) {
                    // when
                    var records = PlainRecord.of(stored);
                    // then
                    assertThat(texts(records.orElseThrow())).isEqualTo(texts(stored.batch()));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(28);
    }

    private static List<String> texts(Iterable<Record> records) {
        var texts = new ArrayList<String>();
        for (var record : records) {
            texts.add(String.join(
                    " ",
                    "offset " + record.offset(),
                    "sequence " + record.sequence(),
                    "time " + record.timestamp(),
                    "size " + record.sizeInBytes(),
                    "key " + record.keySize() + (record.hasKey() ? StandardCharsets.UTF_8.decode(record.key()) : ""),
                    "value " + record.valueSize()
                            + (record.hasValue() ? StandardCharsets.UTF_8.decode(record.value()) : ""),
                    "headers " + List.of(record.headers())));
        }
        return texts;
    }
}
