package dev.gregor.cli.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import dev.gregor.cli.output.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What follows takes up what comes to be, and stops when told. */
@Timeout(120)
class FollowTest {
    private static final long WITHIN_MS = 30_000;

    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new FreshCluster(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** A line that runs on a thread of its own, and what it has printed so far. */
    private static final class Running {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final Session session =
                Session.ofConsole(cluster.environment(), question -> Optional.empty(), Screen.NONE);
        private final CompletableFuture<Integer> exitCode;

        Running(String line) {
            var streams = new Streams(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, false, UTF_8),
                    new PrintStream(err, true, UTF_8));
            exitCode = CompletableFuture.supplyAsync(() -> GregorProgram.run(session, streams, line.split(" ")));
        }

        void awaitOutput(String text) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WITHIN_MS);
            while (!out.toString(UTF_8).contains(text)) {
                assertThat(System.nanoTime()).as(out.toString(UTF_8) + err).isLessThan(deadline);
                assertThat(exitCode).as(err.toString(UTF_8)).isNotDone();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        String stop() throws Exception {
            session.stop().orElseThrow().run();
            assertThat(exitCode.get(WITHIN_MS, TimeUnit.MILLISECONDS)).isZero();
            session.close();
            return err.toString(UTF_8);
        }
    }

    private static void gregor(String input, String line) {
        var result = cluster.gregor(question -> Optional.empty(), input, line.split(" "));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void givenARegex_whenTopicsAndPartitionsComeLater_thenTheirRecordsAreReadToo() throws Exception {
        // given
        gregor("", "topic create pay-1 --partitions 1 --yes");
        gregor("old\n", "produce pay-1 -q");
        var running = new Running("consume -r pay-.* --offset end -F -f %t/%p=%v\\n");
        while (running.session.stop().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        // when
        gregor("", "topic create pay-2 --partitions 1 --yes");
        gregor("first\n", "produce pay-2 -q");
        gregor("", "topic alter pay-1 --partitions 2 --yes");
        gregor("second\n", "produce pay-1 -p 1 -q");
        // then
        running.awaitOutput("pay-2/0=first\n");
        running.awaitOutput("pay-1/1=second\n");
        assertThat(running.stop())
                .isEqualTo("Stopped. To go on with pay-1: --offset 0=1:,1=1:\n"
                        + "Stopped. To go on with pay-2: --offset 0=1:\n");
        assertThat(running.out.toString(UTF_8)).doesNotContain("old");
    }

    @Test
    void givenAMemberOfAGroup_whenATopicThatFitsComesLater_thenItIsReadToo() throws Exception {
        // given
        gregor("", "topic create bill-1 --partitions 1 --yes");
        gregor("one\n", "produce bill-1 -q");
        var running = new Running("consume bill-* -g members -F");
        running.awaitOutput("one\n");
        // when
        gregor("", "topic create bill-2 --partitions 1 --yes");
        gregor("two\n", "produce bill-2 -q");
        // then
        running.awaitOutput("two\n");
        running.stop();
    }
}
