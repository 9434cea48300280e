package dev.gregor.conformance.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache Kafka's DumpLogSegments reads every file that a broker leaves, after a clean stop and after kill -9 and recovery. */
class FilesTest {
    @TempDir
    private Path scratch;

    @Test
    void givenSegmentsOfEveryCodec_whenStoppedOrKilledAndRecovered_thenKafkasToolHasNoComplaint() throws Exception {
        try (var home = ServerHome.create()) {
            // given
            var server = home.start(ServerKind.underTest());
            try (var workload = new Workload(home.bootstrap())) {
                workload.produce();
                workload.commit();
                // when
                server.stop();
                // then
                var dump = new DumpLogSegments(scratch);
                assertThat(segments(home)).isGreaterThanOrEqualTo(2);
                assertThat(dump.complaints(home.data())).isEmpty();
                // when
                server = home.start(ServerKind.underTest());
                workload.produce();
                workload.commit();
                server.kill();
                home.start(ServerKind.underTest()).stop();
                // then
                assertThat(dump.complaints(home.data())).isEmpty();
                // and the tool does look: a flipped bit, an index entry that leads elsewhere
                var segment = home.data().resolve("files-0");
                flip(segment.resolve("00000000000000000000.log"), 5_000);
                assertThat(dump.complaints(segment)).isNotEmpty();
                flip(segment.resolve("00000000000000000000.log"), 5_000);
                flip(segment.resolve("00000000000000000000.index"), 23);
                assertThat(dump.complaints(segment)).isNotEmpty();
            }
        }
    }

    private static long segments(ServerHome home) throws IOException {
        try (var files = Files.list(home.data().resolve("files-0"))) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private static void flip(Path file, long position) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            int value = access.read();
            access.seek(position);
            access.write(value ^ 1);
        }
    }
}
