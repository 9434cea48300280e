package dev.gregor.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCacheTest {
    @TempDir
    private Path folder;

    private NameCache cache(String key) {
        return NameCache.of(key, Map.of("XDG_CACHE_HOME", folder.toString()));
    }

    @Test
    void givenNamesInAnyOrder_whenTheyAreWritten_thenTheFileIsSortedByBytesAndWhole() throws IOException {
        // when
        cache("at.h_1").write(NameKind.GROUP, List.of("b", "a\nb", "Z", "", "a"));
        // then
        var names = folder.resolve("gregor/names/at.h_1");
        assertThat(names.resolve("groups")).hasContent("Z\na\nb\n");
        try (var files = Files.list(names)) {
            assertThat(files).containsExactly(names.resolve("groups"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", ".hidden", "a b"})
    void givenAKeyThatIsNoName_whenACacheIsAskedFor_thenItIsRefused(String key) {
        assertThatThrownBy(() -> cache(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
