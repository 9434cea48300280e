package dev.gregor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowFilesTest {
    private static final int ENTRY_BYTES = 8;
    private static final int ROOM = 1000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 999, ROOM})
    void givenAnIndexMadeAtItsFullSize_whenCounted_thenItsEntriesAndNotItsRoom(int entries) throws IOException {
        // given
        var bytes = ByteBuffer.allocate(ROOM * ENTRY_BYTES);
        for (int i = 0; i < entries; i++) {
            bytes.putInt(i).putInt((i + 1) * 4096);
        }
        var index = Files.write(folder.resolve("00000000000000000000.index"), bytes.array());
        // when
        long used = ShowFiles.usedEntries(index, ENTRY_BYTES);
        // then
        assertThat(used).isEqualTo(entries);
    }
}
