package dev.gregor.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifyTest {
    private static final String SEGMENT = "00000000000000000000";

    @TempDir
    private Path folder;

    private Path logs;
    private Path orders;

    @BeforeEach
    void write() {
        logs = SampleLogs.under(folder);
        orders = logs.resolve("orders-0");
    }

    @Test
    void givenSoundLogs_whenVerified_thenNothingIsFound() {
        // when
        var run = GregorRun.of(
                "log", "verify", orders.toString(), logs.resolve("old-0").toString());
        // then
        assertThat(run.out()).isEqualTo("no damage in 2 partitions, 34 batches, 3718 bytes\n");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log-crc.log at 114 (offset 3): the CRC of the batch does not match its bytes",
                "log-size.log at 114 (offset 3): a batch of 3 bytes, but none is shorter than 49",
                "log-size-beyond.log at 114 (offset 3): a batch of 1000000 bytes, of which the file has 2939",
                "log-size-small.log at 114 (offset 3): a batch of 30 bytes, but none is shorter than 49",
                "log-magic.log at 114 (offset 3): no batch: magic 9",
                "log-magic-old.log at 114 (offset 3): the CRC of the batch does not match its bytes",
                "log-compression.log at 114 (offset 3): the CRC of the batch does not match its bytes",
                "log-count.log at 114 (offset 3): the CRC of the batch does not match its bytes",
                "log-offset.log at 228 (offset 6): a batch of offsets 6 to 8 where 43 or more is due",
                "log-cut.log at 2987 (offset 70): a batch of 66 bytes, of which the file has 56",
                "log-zeros.log at 3065 (offset 71): 100 zero bytes: reserved, or never written",
                "log-tail.log at 3065 (offset 71): 12 bytes, too few for a batch",
                "log-empty.index at 0 (offset 8): position 228 is behind the log's last batch",
                "index-size.index: 85 bytes are no multiple of an entry's 8",
                "index-offset.index at 8 (offset 1): offset 1 at position 456 is out of order",
                "index-negative.index at 80 (offset -5): offset -5 at position 2794 is out of order",
                "index-position.index at 8 (offset 14): offset 14 at position 17 is out of order",
                "index-beyond.index at 16",
                "time-size.timeindex: 141 bytes are no multiple of an entry's 12",
                "time-stamp.timeindex at 12",
                "time-order.timeindex at 12",
                "time-offset.timeindex at 12 (offset 7): timestamp 1700000000014 of offset 7 is out of order",
                "time-negative.timeindex at 132 (offset -5)",
                "txn-version.txnindex: an entry of a version that is not known",
                "txn-cut.txnindex: 39 bytes are no multiple of an entry's 34",
                "snapshot-version.snapshot: Snapshot failed schema validation",
                "snapshot-crc.snapshot: Snapshot is corrupt (CRC is no longer valid)",
                "snapshot-cut.snapshot: Snapshot failed schema validation",
                "snapshot-empty.snapshot: Snapshot failed schema validation",
                "snapshot-negative.snapshot: Snapshot failed schema validation"
            })
    void givenOneKindOfDamage_whenVerified_thenItIsToldWithItsPlace(String expected) throws IOException {
        // given
        var kind = expected.substring(0, expected.indexOf('.'));
        var ending = expected.split("[ :]")[0].substring(kind.length());
        try (var files = Files.list(logs.resolve("damaged-0").resolve(kind))) {
            for (var file : files.toList()) {
                Files.write(orders.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        // when
        var run = GregorRun.of("log", "verify", orders.toString());
        // then
        var name = (ending.equals(".snapshot") ? "00000000000000000071" : SEGMENT) + ending;
        assertThat(run.out()).contains(orders.resolve(name) + expected.substring(kind.length() + ending.length()));
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void givenAnyBitOfAnyFileTurned_whenVerified_thenItIsFoundInThatFileOrByIt() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var files = List.of(
                SEGMENT + ".log",
                SEGMENT + ".index",
                SEGMENT + ".timeindex",
                SEGMENT + ".txnindex",
                "00000000000000000071.snapshot",
                "leader-epoch-checkpoint");
        for (int i = 0; i < 300; i++) {
            // given
            var file = orders.resolve(files.get(i % files.size()));
            var sound = Files.readAllBytes(file);
            var damaged = sound.clone();
            int bit = random.nextInt(sound.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            // when
            boolean found = !SoundCheck.damages(orders).isEmpty();
            // then: an index may name a later batch's offset, as old brokers' do, and still lead to every record; an
            // epoch
            // may begin anywhere in a gap between batches
            boolean leads = file.toString().endsWith(".index") && SoundCheck.indexLeadsToAll(orders)
                    || file.toString().endsWith("-checkpoint") && SoundCheck.epochsTellOfAll(orders);
            assertThat(found || leads)
                    .as("seed %d: bit %d of %s", seed, bit, file)
                    .isTrue();
            Files.write(file, sound);
        }
    }

    @Test
    void givenAnIndexIsMissing_whenVerified_thenABrokerBuildsItAnew() throws IOException {
        // given
        Files.delete(orders.resolve(SEGMENT + ".index"));
        // when
        var run = GregorRun.of("log", "verify", orders.toString());
        // then
        assertThat(run.out()).contains(SEGMENT + ".index: is missing\n    A broker builds it anew.\n");
    }

    @Test
    void givenDamageBelowTheRecoveryPointOrAfterACleanStop_whenVerified_thenABrokerDoesNotCutThere()
            throws IOException {
        // given
        Files.write(
                orders.resolve(SEGMENT + ".log"),
                Files.readAllBytes(logs.resolve("damaged-0/log-crc").resolve(SEGMENT + ".log")));
        // when
        var unclean = GregorRun.of("log", "verify", orders.toString());
        Files.writeString(logs.resolve("recovery-point-offset-checkpoint"), "0\n1\norders 0 71\n");
        var recovered = GregorRun.of("log", "verify", orders.toString());
        Files.writeString(logs.resolve(".kafka_cleanshutdown"), "{\"version\":0}");
        var clean = GregorRun.of("log", "verify", orders.toString());
        // then
        assertThat(unclean.out()).contains("A broker cuts the log at offset 3: 2951 bytes of this file");
        assertThat(recovered.out()).contains("goes through the log from offset 71 on and does not look here");
        assertThat(clean.out()).contains("trusts the file after the clean stop");
    }

    @Test
    void givenCheckpointsBehindTheLogsEnd_whenVerified_thenTheyAreTold() throws IOException {
        // given
        Files.writeString(logs.resolve("replication-offset-checkpoint"), "0\n1\norders 0 96\n");
        Files.writeString(logs.resolve("log-start-offset-checkpoint"), "0\n2\norders 0 5\n");
        Files.writeString(orders.resolve("leader-epoch-checkpoint"), "0\n4\n3 0\n4 63\n5 90\n6 99\n");
        // when
        var run = GregorRun.of("log", "verify", orders.toString());
        // then
        assertThat(run.out())
                .contains("replication-offset-checkpoint: orders-0 is at 96, behind its log's end, 95")
                .contains("log-start-offset-checkpoint: line 2 says 2, but 1 entries follow")
                .contains("leader-epoch-checkpoint: epoch 6 begins at offset 99, behind the log's end, 95");
    }

    @Test
    void givenNoPartition_whenVerified_thenThePathIsNamed() {
        // when
        var run = GregorRun.of("log", "verify", folder.resolve("nowhere").toString());
        // then
        assertThat(run.err()).contains("no such file or folder: " + folder.resolve("nowhere"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void givenABaseOffsetWithATurnedBit_whenVerified_thenTheBatchesBehindItAreNotBlamed() throws IOException {
        // given: the third batch of many, whose offset the CRC does not cover
        var log = orders.resolve(SEGMENT + ".log");
        var bytes = Files.readAllBytes(log);
        bytes[228 + 3] ^= 0x40;
        Files.write(log, bytes);
        // when
        var damages = SoundCheck.damages(orders);
        // then
        assertThat(damages.stream().filter(damage -> damage.file().equals(log)))
                .singleElement()
                .asString()
                .contains("at 228 (offset 274877906950): a batch of offsets 274877906950 to 274877906952, but the next"
                        + " segment begins at 71");
    }

    @Test
    void givenASegmentUnderAnotherOnesName_whenVerified_thenItIsToldOnce() throws IOException {
        // given
        var second = orders.resolve("00000000000000000071.log");
        Files.write(second, Files.readAllBytes(orders.resolve(SEGMENT + ".log")));
        // when
        var damages = SoundCheck.damages(orders);
        // then
        assertThat(damages.stream().filter(damage -> damage.file().equals(second)))
                .singleElement()
                .asString()
                .contains("at 0 (offset 0): a batch of offsets 0 to 2 where 71 or more is due");
    }

    @Test
    void givenALengthOfHundredsOfMegabytes_whenVerified_thenTheyAreNotTakenIntoMemory() throws IOException {
        // given
        var log = orders.resolve("00000000000000000071.log");
        long end = Files.size(log);
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(300 << 20); // of which the disk has next to nothing
            file.seek(end);
            file.writeLong(95);
            file.writeInt(256 << 20);
            file.seek(end + 16);
            file.writeByte(2);
        }
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        // when
        var run = GregorRun.of("log", "verify", orders.toString());
        // then
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(50 << 20);
        assertThat(run.out())
                .contains(log + " at " + end + " (offset 95): a batch of 268435456 bytes whose CRC does not match");
    }

    @Test
    void givenALog_whenVerifiedAndCounted_thenProgressIsToldOfAllItsBytes() throws IOException {
        // given
        var damaged = Path.of(orders.toString(), SEGMENT + ".log");
        Files.write(
                damaged, Files.readAllBytes(logs.resolve("damaged-0/log-size").resolve(SEGMENT + ".log")));
        var partition = PartitionFolder.of(orders).orElseThrow();
        var verified = new AtomicLong();
        var counted = new AtomicLong();
        var facts = new DirectoryFacts(logs, damage -> {});
        // when
        new PartitionVerification(partition, facts, false, verified::addAndGet, damage -> {}).run();
        new PartitionStatistics(1).add(partition, counted::addAndGet);
        // then
        assertThat(verified).hasValue(3369);
        assertThat(counted).hasValue(3369);
    }
}
