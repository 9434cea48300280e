package dev.gregor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Held held = new Held(screen);

    private void write(String text) throws IOException {
        held.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givenACommandThatEndsAtOnce_whenItEnds_thenAllOfItIsStillHeld() throws IOException {
        // given
        write("a\n");
        held.onTick(System.currentTimeMillis());
        // when
        var rest = held.end();
        // then
        assertThat(rest).asString(StandardCharsets.UTF_8).isEqualTo("a\n");
        assertThat(screen.size()).isZero();
    }

    @Test
    void givenACommandThatTakesItsTime_whenTheTimeHasPassed_thenItIsSeenAsItWrites() throws IOException {
        // given
        write("a\n");
        // when
        held.onTick(System.currentTimeMillis() + 1_000);
        write("b\n");
        // then
        assertThat(screen).hasToString("a\nb\n");
        assertThat(held.end()).isEmpty();
    }

    @Test
    void givenACommandGivenUp_whenItWritesOn_thenNobodySeesIt() throws IOException {
        // given
        held.letThrough();
        held.end();
        // when
        write("late\n");
        // then
        assertThat(screen.size()).isZero();
    }
}
