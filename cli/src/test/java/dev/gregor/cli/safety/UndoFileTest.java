package dev.gregor.cli.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoFileTest {
    private static final Change FIRST = Change.added("topic a", "1 partition").undoneBy("topic", "delete", "a");
    private static final Change SECOND = Change.added("topic b", "1 partition").undoneBy("topic", "delete", "b");

    @TempDir
    private Path folder;

    private UndoFile begin() {
        return UndoFile.begin(
                        Map.of("XDG_STATE_HOME", folder.toString()),
                        "gregor topic create",
                        Optional.of("id"),
                        List.of("--context", "prod"),
                        List.of(FIRST, SECOND))
                .orElseThrow();
    }

    @Test
    void givenChangesAboutToBeMade_whenTheFileIsBegun_thenItHoldsAllOfThem() {
        assertThat(UndoRecord.read(begin().path()).changes()).containsExactly(FIRST, SECOND);
    }

    @Test
    void givenAChangeWithoutAnAnswer_whenFinished_thenItCanBeTakenBackAndARefusedOneIsNot() {
        // given
        var file = begin();
        var gone = new ClusterUnreachableException("gone", new IOException());
        // when
        boolean hasWayBack = file.finish(
                List.of(Outcome.failed(FIRST, gone), Outcome.failed(SECOND, new ClusterException("refused"))));
        // then
        assertThat(hasWayBack).isTrue();
        assertThat(UndoRecord.read(file.path()).changes()).containsExactly(FIRST);
    }

    @Test
    void givenNothingWasMade_whenFinished_thenThereIsNoFile() {
        // given
        var file = begin();
        // when
        boolean hasWayBack = file.finish(List.of(Outcome.failed(FIRST, "refused"), Outcome.failed(SECOND, "refused")));
        // then
        assertThat(hasWayBack).isFalse();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void givenADiskThatIsFullAfterTheChanges_whenFinished_thenTheFileStaysAsItWas() throws IOException {
        // given
        var file = begin();
        var text = Files.readString(file.path());
        var elsewhere = Files.move(file.path().getParent(), folder.resolve("moved"));
        Files.writeString(file.path().getParent(), "no folder");
        // when
        boolean hasWayBack = file.finish(List.of(Outcome.done(FIRST), Outcome.failed(SECOND, "refused")));
        // then
        assertThat(hasWayBack).isTrue();
        assertThat(elsewhere.resolve(file.path().getFileName())).hasContent(text);
    }

    @Test
    void givenManyCommandsAtOnce_whenEachBeginsAFile_thenNoneTakesAnothers() throws InterruptedException {
        // given
        var paths = new ArrayList<Path>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < 50; j++) {
                    var path = begin().path();
                    synchronized (paths) {
                        paths.add(path);
                    }
                }
            }));
        }
        // when
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(paths).hasSize(200).doesNotHaveDuplicates();
    }
}
