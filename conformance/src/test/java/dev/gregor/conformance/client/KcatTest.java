package dev.gregor.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.program.Program;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What kcat asks besides records: the cluster's metadata, and offsets by time. The topic comes with its first record. */
@ExtendWith(SharedServer.class)
class KcatTest {
    @TempDir
    private Path folder;

    @Test
    void givenATopicMadeByItsFirstRecord_whenKcatAsks_thenMetadataAndOffsetsAreThose(RunningServer server)
            throws IOException {
        // given
        var text = Files.writeString(folder.resolve("three.txt"), "a\nb\nc\n");
        kcat(server, "-P", "-t", "kcat-auto", "-l", text.toString());
        // when
        var metadata = kcat(server, "-L");
        var earliest = kcat(server, "-Q", "-t", "kcat-auto:0:0");
        var latest = kcat(server, "-Q", "-t", "kcat-auto:0:-1");
        // then
        assertThat(metadata)
                .contains("broker 1 at " + server.bootstrap())
                .contains("topic \"kcat-auto\" with 1 partitions:")
                .contains("partition 0, leader 1, replicas: 1, isrs: 1");
        assertThat(earliest).contains("kcat-auto [0] offset 0");
        assertThat(latest).contains("kcat-auto [0] offset 3");
    }

    private String kcat(RunningServer server, String... words) throws IOException {
        var arguments = new String[words.length + 2];
        arguments[0] = "-b";
        arguments[1] = server.bootstrap();
        System.arraycopy(words, 0, arguments, 2, words.length);
        return Files.readString(
                Program.kcat().run(folder, arguments).succeeded().stdout());
    }
}
