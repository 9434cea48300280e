package dev.gregor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.console.ConsoleLine.IncompleteException;
import dev.gregor.cli.console.ConsoleLine.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLineTest {
    @Test
    void givenQuotesAndBackslashes_whenALineIsSplit_thenWordsAreAsAShellHasThem() throws Exception {
        // when
        var line = ConsoleLine.parse("topic create 'a b' \"c \\\" 'd\" e\\ f \\\n --config=x'y z'");
        // then
        assertThat(line.words()).containsExactly("topic", "create", "a b", "c \" 'd", "e f", "--config=xy z");
    }

    @Test
    void givenJsonOverSeveralLines_whenALineIsSplit_thenItIsInputOfOneLineEach() throws Exception {
        // when
        var line = ConsoleLine.parse("produce orders {\n  \"a }\": [1,\n 2]\n} {\"b\": \"\\\"}\"}");
        // then
        assertThat(line.words()).containsExactly("produce", "orders");
        assertThat(line.input()).containsExactly("{   \"a }\": [1,  2] }", "{\"b\": \"\\\"}\"}");
    }

    @Test
    void givenAFileForTheResults_whenALineIsSplit_thenItIsNoWord() throws Exception {
        // when
        var line = ConsoleLine.parse("topic list -o json>>'my file'");
        // then
        assertThat(line)
                .isEqualTo(new ConsoleLine(
                        List.of("topic", "list", "-o", "json"),
                        List.of(),
                        Optional.of(new Target("my file", true)),
                        Optional.empty()));
    }

    @Test
    void givenAPipe_whenALineIsSplit_thenTheSystemsShellGetsAllBehindItAsWritten() throws Exception {
        // when
        var line = ConsoleLine.parse("topic list | grep 'x y' | wc -l > f");
        // then
        assertThat(line.words()).containsExactly("topic", "list");
        assertThat(line.pipe()).contains("grep 'x y' | wc -l > f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "produce x {; json",
                "produce x {\"a\": [}; json",
                "topic list 'a; quote",
                "topic \"a; dquote",
                "topic list |; pipe",
                "a \\; ``"
            })
    void givenALineThatEndsTooSoon_whenItIsSplit_thenItSaysWhatIsMissing(String line, String missing) {
        assertThatThrownBy(() -> ConsoleLine.parse(line))
                .isInstanceOfSatisfying(
                        IncompleteException.class,
                        incomplete -> assertThat(incomplete.missing()).isEqualTo(missing));
    }

    @Test
    void givenNoFileAfterTheSign_whenALineIsSplit_thenItIsRefused() {
        assertThatThrownBy(() -> ConsoleLine.parse("topic list > "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a file's name is missing after '>'");
    }

    @Test
    void givenAFileBelowTheUsersHome_whenParsed_thenItIsFoundThere() throws Exception {
        // when
        var line = ConsoleLine.parse("apply -f ~/a.yaml '~/b' x~/c > ~/d");
        // then
        var home = System.getProperty("user.home");
        assertThat(line.words()).containsExactly("apply", "-f", home + "/a.yaml", "~/b", "x~/c");
        assertThat(line.output().orElseThrow().file()).isEqualTo(home + "/d");
    }
}
