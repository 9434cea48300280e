package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProcessOutputTest {
    @Test
    void givenAFileThatTakesAll_whenWritten_thenNothingIsLost() {
        // given
        var file = new ByteArrayOutputStream();
        var output = new ProcessOutput(file);
        // when
        new PrintStream(output, true, StandardCharsets.UTF_8).print("abc");
        // then
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(output.loss()).isEmpty();
    }

    @Test
    void givenSeveralFailures_whenAsked_thenTheFirstIsTold() {
        // given
        var output = new ProcessOutput(new OutputStream() {
            private int times;

            @Override
            public void write(int letter) throws IOException {
                throw new IOException("failure " + ++times);
            }
        });
        // when
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        stream.print("a");
        stream.print("b");
        // then
        assertThat(output.firstFailure())
                .hasValueSatisfying(first -> assertThat(first).hasMessage("failure 1"));
    }
}
