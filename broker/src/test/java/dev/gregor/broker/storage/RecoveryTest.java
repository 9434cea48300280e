package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.NOW;
import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static dev.gregor.broker.storage.LogFixture.idempotent;
import static dev.gregor.broker.storage.LogFixture.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.internal.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage to the last segment, at every byte: cut there, zero from there, one bit flipped there. What is left must be the longest
 * valid prefix, and a second start must change nothing. In every fifth batch's header each byte is tried,
 * within checksummed records every 257th (they all end the same way); {@code -Dgregor.every.byte} tries all.
 */
class RecoveryTest {
    private static final boolean EVERY_BYTE = Boolean.getBoolean("gregor.every.byte");
    private static final int STEP = EVERY_BYTE ? 1 : 257;
    private static final int HEADER_STEP = EVERY_BYTE ? 1 : 5;
    private static final int OFFSET_BYTES = 8;

    @TempDir
    Path dir;

    /** Where a batch begins in the file, and the offset it begins with. */
    private record Start(int position, long offset) {}

    private static final class Segment {
        final byte[] bytes;
        final List<Start> starts;
        final long endOffset;

        Segment(byte[] bytes, List<Start> starts, long endOffset) {
            this.bytes = bytes;
            this.starts = starts;
            this.endOffset = endOffset;
        }

        /** The last batch boundary at or before a byte. */
        Start startOf(int at) {
            var found = starts.get(0);
            for (var start : starts) {
                if (start.position <= at) {
                    found = start;
                }
            }
            return found;
        }

        /** The batch in which a copy first differs, or the end if it does not. */
        Start startOfFirstChange(byte[] damaged) {
            int at = Arrays.mismatch(bytes, damaged);
            return at < 0 ? end() : startOf(at);
        }

        boolean isLast(Start start) {
            return start.equals(starts.get(starts.size() - 1));
        }

        Start end() {
            return new Start(bytes.length, endOffset);
        }
    }

    @Test
    void givenASegmentCutAnywhere_whenRecovered_thenTheLongestValidPrefixIsLeft() throws IOException {
        // given
        var segment = mixedSegment();
        var folder = Files.createDirectory(dir.resolve("cut-0"));
        for (int at : positions(segment)) {
            // when
            var damaged = Arrays.copyOf(segment.bytes, at);
            // then
            assertRecovered(folder, damaged, segment.startOf(at), segment, "cut at " + at);
        }
    }

    @Test
    void givenASegmentZeroedFromAnywhere_whenRecovered_thenTheLongestValidPrefixIsLeft() throws IOException {
        // given
        var segment = mixedSegment();
        var folder = Files.createDirectory(dir.resolve("zeroed-0"));
        for (int at : positions(segment)) {
            // when
            var damaged = segment.bytes.clone();
            Arrays.fill(damaged, at, damaged.length, (byte) 0);
            // then
            var expected = segment.startOfFirstChange(damaged);
            assertRecovered(folder, damaged, expected, segment, "zero from " + at);
        }
    }

    @Test
    void givenASegmentWithOneBitFlippedAnywhere_whenRecovered_thenTheLongestValidPrefixIsLeft() throws IOException {
        // given
        var segment = mixedSegment();
        var folder = Files.createDirectory(dir.resolve("flipped-0"));
        for (int at : positions(segment)) {
            int bit = at % 8;
            var start = segment.startOf(at);
            int field = at - start.position;
            // Neither offset nor epoch is under the checksum. A wrong offset shows in the order; an epoch does not, nor
            // does the
            // offset of the very last batch if it grew.
            boolean epoch = field >= BatchFormat.LEADER_EPOCH && field < BatchFormat.MAGIC;
            boolean lastOffset = field < OFFSET_BYTES && segment.isLast(start);
            if (epoch || lastOffset) {
                continue;
            }
            // when
            var damaged = segment.bytes.clone();
            damaged[at] ^= (byte) (1 << bit);
            // then
            assertRecovered(folder, damaged, start, segment, "bit " + bit + " of " + at);
        }
    }

    @Test
    void givenDamageInAnEarlierSegmentPastTheRecoveryPoint_whenRecovered_thenLaterSegmentsGo() throws IOException {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("segmentBytes", 10_000)))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 20; i++) {
                append(log, batch(1, 2_000));
            }
            fixture.store.crash();
            Files.deleteIfExists(dir.resolve("recovery-point-offset-checkpoint"));
            var second = fixture.folder().resolve("00000000000000000004.log");
            var bytes = Files.readAllBytes(second);
            bytes[bytes.length - 1] ^= 1;
            Files.write(second, bytes);
            // when
            var again = fixture.crashAndRestart();
            // then
            assertThat(again.logEndOffset()).isEqualTo(7);
            assertThat(LogFixture.offsets(again)).isEqualTo(LogFixture.range(0, 7));
            assertThat(fixture.folder().resolve("00000000000000000008.log")).doesNotExist();
        }
    }

    @Test
    void givenMissingAndGarbageIndexes_whenTheLogIsRead_thenTheyAreMadeAnew() throws IOException {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("segmentBytes", 50_000)))) {
            // given
            var log = fixture.log();
            for (int i = 0; i < 100; i++) {
                append(log, batch(CompressionType.NONE, records(1, 2_000, NOW + i)));
            }
            fixture.store.close();
            var intact = Files.readAllBytes(fixture.folder().resolve("00000000000000000024.index"));
            Files.delete(fixture.folder().resolve("00000000000000000000.index"));
            Files.write(fixture.folder().resolve("00000000000000000024.index"), new byte[intact.length + 80]);
            Files.writeString(fixture.folder().resolve("00000000000000000048.timeindex"), "garbage");
            // when
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            var again = fixture.log();
            // then
            assertThat(LogFixture.offsets(again)).isEqualTo(LogFixture.range(0, 100));
            assertThat(again.offsetForTimestamp(NOW + 60, 100).orElseThrow().offset())
                    .isEqualTo(60);
            assertThat(fixture.folder().resolve("00000000000000000024.index")).hasBinaryContent(intact);
        }
    }

    @Test
    void givenGarbageCheckpoints_whenStarted_thenTheLogsAreScanned() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), batch(5, 10));
            fixture.store.close();
            for (var name : List.of(
                    "recovery-point-offset-checkpoint",
                    "log-start-offset-checkpoint",
                    "replication-offset-checkpoint")) {
                Files.writeString(dir.resolve(name), "\0\1garbage\n\n");
            }
            // when
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            // then
            assertThat(fixture.log().logEndOffset()).isEqualTo(5);
            assertThat(LogFixture.offsets(fixture.log())).isEqualTo(LogFixture.range(0, 5));
        }
    }

    @Test
    void givenALogShortenedWhileItWasClosedWell_whenAppendedTo_thenItRefusesInsteadOfLosingOffsets()
            throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            append(fixture.log(), batch(5, 10));
            append(fixture.log(), batch(5, 10));
            fixture.store.close();
            var file = fixture.folder().resolve("00000000000000000000.log");
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            fixture.store =
                    LogStore.start(LogStoreSettings.defaults(List.of(dir)), fixture.clock, topic -> fixture.settings);
            // when
            var result = append(fixture.log(), batch(1, 1));
            // then
            assertThat(result).isInstanceOf(AppendResult.Rejected.class);
        }
    }

    // ----

    private Segment mixedSegment() throws IOException {
        var store = Files.createDirectories(dir.resolve("source"));
        try (var fixture = new LogFixture(store)) {
            var log = fixture.log();
            log.startEpoch(1);
            int i = 0;
            while (log.sizeBytes() < 64 * 1024) {
                var codec = CompressionType.forId(i % 5);
                var records = i % 4 == 3 ? idempotent(7L, 0, (i / 4) * 3, 3) : batch(codec, randomRecords(i));
                assertThat(append(log, LogFixture.direct(records), LogAppend.Origin.CLIENT, 1))
                        .isInstanceOf(AppendResult.Appended.class);
                i++;
            }
            var bytes = Files.readAllBytes(store.resolve("orders-0").resolve("00000000000000000000.log"));
            var starts = new ArrayList<Start>();
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            for (int at = 0; at < bytes.length; at += BatchFormat.sizeInBytes(buffer, at)) {
                starts.add(new Start(at, BatchFormat.baseOffset(buffer, at)));
            }
            return new Segment(bytes, starts, log.logEndOffset());
        }
    }

    private static org.apache.kafka.common.record.internal.SimpleRecord[] randomRecords(int seed) {
        var random = new java.util.Random(seed);
        var records = records(4 + random.nextInt(8), 0, NOW);
        for (int i = 0; i < records.length; i++) {
            var value = new byte[100 + random.nextInt(700)];
            random.nextBytes(value);
            records[i] = new org.apache.kafka.common.record.internal.SimpleRecord(NOW + i, new byte[] {1}, value);
        }
        return records;
    }

    private static List<Integer> positions(Segment segment) {
        var positions = new ArrayList<Integer>();
        for (int at = 0; at < segment.bytes.length; at++) {
            var start = segment.startOf(at);
            boolean header = at - start.position <= BatchFormat.RECORDS
                    && (segment.starts.indexOf(start) % HEADER_STEP == 0 || segment.isLast(start));
            if (header || at % STEP == 0 || at == segment.bytes.length - 1) {
                positions.add(at);
            }
        }
        return positions;
    }

    private static void assertRecovered(Path folder, byte[] damaged, Start expected, Segment segment, String what)
            throws IOException {
        var file = folder.resolve("00000000000000000000.log");
        Files.write(file, damaged);
        var settings = LogFixture.with(LogFixture.defaults(), Map.of("segmentIndexBytes", 4096));
        var unclean = new LogLoader.Known(false, 0, 0);
        var loader = new LogLoader(
                new DiskAccess(), new HeaderScan(), new ProducerExpiry(java.time.Clock.systemUTC(), Long.MAX_VALUE));
        var first = loader.load(folder.toFile(), settings, unclean, NOW);
        first.segments().forEach(LogSegment::release);
        assertThat(first.endOffset()).as(what).isEqualTo(expected.offset);
        assertThat(first.segments().get(0).size()).as(what).isEqualTo(expected.position);
        assertThat(file.toFile().length()).as(what).isEqualTo(expected.position);
        if (expected.position % 4 != 0) {
            return;
        }
        var second = loader.load(folder.toFile(), settings, unclean, NOW);
        second.segments().forEach(LogSegment::release);
        assertThat(second.endOffset()).as(what).isEqualTo(expected.offset);
        assertThat(file.toFile().length()).as(what).isEqualTo(expected.position);
        if (expected.position == segment.bytes.length / 2) {
            assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(segment.bytes, expected.position));
        }
    }
}
