package dev.gregor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Transcript transcript = new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), false);

    @Test
    void givenAChapterInAPipe_whenItEnds_thenItIsOneLineOf79ColumnsAndNoProgress() {
        // when
        transcript.begin("produce every line");
        transcript.progress(10, 100, "records");
        transcript.end("26,588 records", 1_234_000_000L);
        // then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(" 1  produce every line    26,588 records" + " ".repeat(33) + "1.23 s\n")
                .hasSize(80);
    }

    @Test
    void givenSizes_whenTold_thenTheyFitThreeDigits() {
        assertThat(Transcript.size(0)).isEqualTo("0 B");
        assertThat(Transcript.size(999)).isEqualTo("999 B");
        assertThat(Transcript.size(1_000)).isEqualTo("1.0 KB");
        assertThat(Transcript.size(417_600)).isEqualTo("418 KB");
        assertThat(Transcript.size(999_960)).isEqualTo("1.0 MB");
        assertThat(Transcript.size(10_485_756)).isEqualTo("10 MB");
        assertThat(Transcript.size(3_400_000_000L)).isEqualTo("3.4 GB");
    }
}
