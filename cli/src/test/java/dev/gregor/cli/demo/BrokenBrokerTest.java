package dev.gregor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The demo's checks are real: a broker, in a process of its own, that has lost records makes it fail. */
class BrokenBrokerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Path> folders = new ArrayList<>();

    @Test
    void givenABrokerThatLosesRecords_whenTheDemoReadsAgain_thenItFailsAndLeavesNothing() throws Exception {
        // given
        var chapters = List.of(
                new StartBroker(),
                new CreateTopic(),
                new Produce(),
                new ConsumeAsGroup(),
                new LoseRecords(),
                new ReadAgain());
        // when
        int exitCode = demo(chapters).play();
        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(text()).contains("FAILED").contains(" missing: line ").doesNotContain("All is well");
        assertThat(folders).hasSize(1).allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    private Demo demo(List<Chapter> chapters) {
        var lines = new StringBuilder();
        IntStream.range(0, 2_000)
                .forEach(number ->
                        lines.append("a line of text, ").append(number).append('\n'));
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return new Demo(
                new Source("lines", () -> new ByteArrayInputStream(bytes)),
                BrokerLaunch.ofThisProgram(),
                0,
                false,
                new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), false),
                chapters);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Kills the broker and makes the last bytes of a log what no batch is. */
    private final class LoseRecords implements Chapter {
        @Override
        public String title() {
            return "lose records";
        }

        @Override
        public String play(Stage stage) throws Exception {
            folders.add(stage.folder());
            stage.broker().kill();
            damage(stage.broker().dataFolder());
            stage.broker().start();
            return "";
        }

        private static void damage(Path data) throws IOException {
            var log = data.resolve("demo-0").resolve("00000000000000000000.log");
            long size = Files.size(log);
            assertThat(size).isPositive();
            try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), size - 8);
            }
        }
    }
}
