package dev.gregor.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.gregor.cli.Main;
import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with bytes that nobody wrote there: whoever looks into them says so, in little time and memory. */
class DamagedFilesTest {
    /** For more of them: {@code -Dgregor.damage.rounds=5000}. */
    private static final int ROUNDS = Integer.getInteger("gregor.damage.rounds", 60);

    private static final long MOST_ALLOCATED_BYTES = 100 << 20;
    private static final List<String> FOLDERS = List.of(
            "orders-0",
            "orders-0",
            "orders-0",
            "old-0",
            "__cluster_metadata-0",
            "__consumer_offsets-0",
            "__transaction_state-0",
            "__share_group_state-0",
            "__remote_log_metadata-0");

    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private Path logs;

    @BeforeEach
    void write() {
        logs = SampleLogs.under(folder);
    }

    @Test
    void givenAnyBytesOfAnyFileChanged_whenLookedInto_thenEveryCommandEndsInOrder() throws IOException {
        long seed = Long.getLong("gregor.damage.seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            // given
            var random = new Random(seed + round);
            var partition = logs.resolve(FOLDERS.get(random.nextInt(FOLDERS.size())));
            var file = anyFile(partition, random);
            var sound = Files.readAllBytes(file);
            var damaged = damaged(sound, file, random);
            Files.write(file, damaged);
            var story = "seed " + (seed + round) + ", " + file;
            // when, then
            lookInto(partition, file, story);
            Files.write(file, sound);
        }
    }

    private void lookInto(Path partition, Path file, String story) throws IOException {
        gregor(story, "log", "verify", partition.toString());
        gregor(story, "log", "verify", "--shallow", partition.toString());
        gregor(story, "log", "stats", partition.toString());
        gregor(story, "log", "offsets", "--segments", partition.toString());
        gregor(story, "log", "ls", partition.toString());
        gregor(story, "log", "dump", partition.toString());
        gregor(story, "log", "dump", partition.toString(), "--offsets", "-5:end", "-o", "json");
        gregor(story, "log", "dump", partition.toString(), "--offsets", "@2023-11-14T22:13:20.018Z:", "--raw");
        gregor(story, "log", "dump", partition.toString(), "--batches", "-o", "json");
        if (!file.endsWith("partition.metadata")) {
            gregor(story, "log", "dump", file.toString(), "-o", "json");
        }
        for (var option :
                List.of("--deep-iteration", "--print-data-log", "--index-sanity-check", "--verify-index-only")) {
            dropIn(story, file, option);
        }
        for (var decoder : InternalTopic.values()) {
            dropIn(story, file, "--" + decoder.option());
        }
    }

    private void gregor(String story, String... words) throws IOException {
        story += ": " + String.join(" ", words);
        long before = MEMORY.getCurrentThreadAllocatedBytes();
        var run = GregorRun.of(words);
        assertThat(MEMORY.getCurrentThreadAllocatedBytes() - before).as(story).isLessThan(MOST_ALLOCATED_BYTES);
        assertThat(run.exitCode()).as(story + "\n" + run.err()).isIn(0, 1, 3);
        for (var line : run.err().split("\n")) {
            assertThat(line.isEmpty()
                            || line.contains(logs.toString())
                            || line.equals("'gregor log verify' says what a broker would make of it."))
                    .as(story + "\n" + run.err())
                    .isTrue();
        }
        if (words[words.length - 1].equals("json") && !run.out().isEmpty()) {
            assertThat(new ObjectMapper().readTree(run.out()).isArray())
                    .as(story)
                    .isTrue();
        }
    }

    /** It ends as Apache Kafka's does, which an exception may well be, but one that is told of. */
    private static void dropIn(String story, Path file, String option) {
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exitCode = Main.run(streams, "kafka-dump-log.sh", new String[] {"--files", file.toString(), option});
        assertThat(exitCode).as(story + ": " + option + "\n" + err).isIn(0, 1);
        assertThat(err.toString(StandardCharsets.UTF_8)).as(story).doesNotContain("\tat ");
    }

    private static Path anyFile(Path partition, Random random) throws IOException {
        try (var files = Files.list(partition)) {
            var known = files.filter(Files::isRegularFile).sorted().toList();
            return known.get(random.nextInt(known.size()));
        }
    }

    private static byte[] damaged(byte[] sound, Path file, Random random) {
        if (sound.length == 0) {
            return new byte[random.nextInt(100)];
        }
        var bytes = sound.clone();
        switch (random.nextInt(6)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(200));
            case 2 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, from + random.nextInt(bytes.length - from), (byte) random.nextInt());
            }
            case 3 -> {
                var extremes = new int[] {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt(), 1 << 28};
                int at = random.nextInt(bytes.length);
                if (at + Integer.BYTES <= bytes.length) {
                    ByteBuffer.wrap(bytes).putInt(at, extremes[random.nextInt(extremes.length)]);
                }
            }
            default -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        if (file.toString().endsWith(".log") && random.nextBoolean()) {
            mendCrcs(bytes);
        }
        return bytes;
    }

    /** As if whoever wrote the batches had been wrong, not the disk. */
    private static void mendCrcs(byte[] bytes) {
        var log = ByteBuffer.wrap(bytes);
        for (long at = 0; at + 61 <= bytes.length; at += 12L + log.getInt((int) at + 8)) {
            int start = (int) at;
            long end = at + 12L + log.getInt(start + 8);
            if (end > bytes.length || end < at + 61 || log.get(start + 16) != 2) {
                break;
            }
            var crc = new CRC32C();
            crc.update(bytes, start + 21, (int) (end - start - 21));
            log.putInt(start + 17, (int) crc.getValue());
        }
    }
}
