package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.NOW;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.direct;
import static dev.gregor.broker.storage.LogFixture.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.storage.AppendResult.Appended;
import dev.gregor.broker.storage.AppendResult.Rejected;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches and callers that make the code below the log fail: the log must go on for all others. */
class HostileAppendTest {
    /** Snappy's stream begins with a magic, a version and a compatible version. */
    private static final int SNAPPY_HEADER_BYTES = 16;

    @TempDir
    Path dir;

    @Test
    void givenASnappyBatchThatClaimsAnImpossibleChunk_whenLookedInto_thenItIsRefusedAndOthersAreNot() {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("compacts", true)))) {
            // given
            var log = fixture.log();
            var bad = direct(batch(CompressionType.SNAPPY, records(1, 200, NOW)));
            bad.putInt(BatchFormat.RECORDS + SNAPPY_HEADER_BYTES, -1);
            sign(bad);
            // when
            var result = append(log, bad, LogAppend.Origin.CLIENT, 0);
            // then
            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(((Rejected) result).error()).isEqualTo(Errors.UNKNOWN_SERVER_ERROR);
            assertThat(append(log, batch(1, 1))).isEqualTo(new Appended(0, 0, -1, 0, false));
        }
    }

    @Test
    void givenACompletionThatFails_whenOthersAppend_thenTheyAreServed() {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            log.append(new LogAppend(direct(batch(1, 1)), LogAppend.Origin.CLIENT, 0, result -> {
                throw new StackOverflowError("on purpose");
            }));
            // when, then
            assertThat(append(log, batch(1, 1))).isEqualTo(new Appended(1, 1, -1, 0, false));
        }
    }

    private static void sign(ByteBuffer batch) {
        var crc = new CRC32C();
        crc.update(batch.duplicate().position(BatchFormat.ATTRIBUTES));
        batch.putInt(BatchFormat.CRC, (int) crc.getValue());
    }
}
