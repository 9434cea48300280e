package dev.gregor.broker.storage;

import static dev.gregor.broker.storage.LogFixture.append;
import static dev.gregor.broker.storage.LogFixture.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files are on the disk, and so are their names, before anything relies on them: seen by the JVM's own events. */
class SmallFilesTest {
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    Path dir;

    @Test
    void givenANewEpoch_whenItsFirstRecordsAreFlushed_thenItsFileIsSyncedUnderAnotherNameAndThenItsFolder()
            throws IOException {
        try (var fixture = new LogFixture(dir, s -> LogFixture.with(s, Map.of("flushMessages", 1L)))) {
            // given
            var log = fixture.log();
            append(log, batch(1, 1));
            log.startEpoch(3);
            // when, then
            assertSynced(
                    () -> append(log, batch(1, 1)),
                    fixture.folder().resolve("leader-epoch-checkpoint.tmp"),
                    fixture.folder());
        }
    }

    @Test
    void givenEpochsBeyondTheNewEnd_whenALogIsTruncated_thenTheShorterFileIsSynced() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // given
            var log = fixture.log();
            append(log, batch(3, 1));
            log.startEpoch(3);
            append(log, batch(3, 1));
            fixture.store.upkeep().checkpointRecoveryPoints();
            // when, then
            assertSynced(
                    () -> log.truncateTo(2), fixture.folder().resolve("leader-epoch-checkpoint.tmp"), fixture.folder());
        }
    }

    @Test
    void givenANewLog_whenNothingIsWrittenToIt_thenItsTopicIdIsSyncedAllTheSame() throws IOException {
        try (var fixture = new LogFixture(dir)) {
            // when, then
            assertSynced(fixture::log, fixture.folder().resolve("partition.metadata"), dir, fixture.folder());
        }
    }

    @Test
    void givenACleanStop_whenItsMarkIsTaken_thenItCannotComeBack() throws IOException {
        // given
        new LogFixture(dir).close();
        // when, then
        assertSynced(() -> new LogFixture(dir).store.crash(), dir);
    }

    @Test
    void givenATopicIdWhoseBytesNeverCameToTheDisk_whenStarted_thenTheDirectoryStaysOnline() throws IOException {
        // given
        try (var fixture = new LogFixture(dir)) {
            append(fixture.log(), batch(1, 1));
        }
        Files.write(dir.resolve("orders-0/partition.metadata"), new byte[43]);
        // when
        try (var fixture = new LogFixture(dir)) {
            // then
            assertThat(fixture.store.directories())
                    .extracting(LogStore.LogDirectoryState::online)
                    .containsExactly(true);
        }
    }

    private static void assertSynced(Runnable work, Path... inThisOrder) throws IOException {
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            work.run();
            long deadlineNs = System.nanoTime() + DEADLINE_NS;
            var synced = synced(recording);
            while (!isSubsequence(List.of(inThisOrder), synced) && System.nanoTime() < deadlineNs) {
                synced = synced(recording);
            }
            assertThat(synced).containsSubsequence(inThisOrder);
        }
    }

    private static boolean isSubsequence(List<Path> wanted, List<Path> all) {
        int found = 0;
        for (var path : all) {
            if (found < wanted.size() && path.equals(wanted.get(found))) {
                found++;
            }
        }
        return found == wanted.size();
    }

    /** @return what was synced so far, in order */
    private static List<Path> synced(Recording recording) throws IOException {
        var file = Files.createTempFile("synced", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .sorted(Comparator.comparing(RecordedEvent::getEndTime))
                    .map(event -> Path.of(event.getString("path")))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
