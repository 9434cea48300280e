package dev.gregor.cli.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AclQuestionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void givenAnswersOnStdin_whenAskedTwice_thenEachQuestionGetsItsOwn() {
        // given
        var question = question("Y\nno\n", false);
        // when
        boolean first = question.agreed("First? (y/n)");
        boolean second = question.agreed("Second? (y/n)");
        // then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("First? (y/n)\nSecond? (y/n)\n");
    }

    @Test
    void givenForce_whenAsked_thenNobodyIs() {
        // given
        var question = question("", true);
        // when
        boolean agreed = question.agreed("Sure? (y/n)");
        // then
        assertThat(agreed).isTrue();
        assertThat(out.size()).isZero();
    }

    @Test
    void givenStdinAtItsEnd_whenAsked_thenThatIsNoAnswer() {
        // given
        var question = question("", false);
        // when, then
        assertThatThrownBy(() -> question.agreed("Sure? (y/n)")).hasMessageContaining("--force");
    }

    private AclQuestion question(String stdin, boolean force) {
        var in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
        var stdout = new PrintStream(out, false, StandardCharsets.UTF_8);
        return new AclQuestion(new Streams(in, stdout, stdout), force);
    }
}
