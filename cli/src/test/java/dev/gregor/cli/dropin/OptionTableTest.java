package dev.gregor.cli.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionTableTest {
    private final OptionTable table = new OptionTable("kafka-x.sh", "This tool.")
            .flag("list", "")
            .value("topic", "topic", "")
            .value("partitions", "n", "");

    @ParameterizedTest
    @CsvSource({"--topic a --list", "--topic=a --list", "-topic a -list", "--list words --topic a nobody reads"})
    void givenAnySpellingOfJoptSimple_whenParsed_thenTheSameOptionsAreSeen(String line) {
        // when
        var options = table.parse(line.split(" "));
        // then
        assertThat(options.has("list")).isTrue();
        assertThat(options.value("topic")).contains("a");
    }

    @Test
    void givenAnOptionWhereAValueBelongs_whenParsed_thenItIsTheValue() {
        // when
        var options = table.parse(new String[] {"--topic", "--list"});
        // then
        assertThat(options.value("topic")).contains("--list");
        assertThat(options.has("list")).isFalse();
    }

    @Test
    void givenTwoDashesAlone_whenParsed_thenWhatFollowsIsNoOption() {
        // when
        var options = table.parse(new String[] {"--", "--list"});
        // then
        assertThat(options.has("list")).isFalse();
        assertThat(options.words()).containsExactly("--list");
    }

    @ParameterizedTest
    @CsvSource({
        "--foo, foo is not a recognized option",
        "-foo, f is not a recognized option",
        "--topic, Option topic requires an argument"
    })
    void givenABadLine_whenParsed_thenTheMessageIsJoptSimples(String line, String message) {
        assertThatThrownBy(() -> table.parse(line.split(" "))).hasMessage(message);
    }

    @Test
    void givenAValueThatIsNoNumber_whenAskedForOne_thenItFailsThereAndNotBefore() {
        // given
        var options = table.parse(new String[] {"--partitions", "x", "--topic", "a", "--topic", "b"});
        // then
        assertThatThrownBy(() -> options.integer("partitions"))
                .hasMessage("Cannot parse argument 'x' of option partitions");
        assertThatThrownBy(() -> options.value("topic"))
                .hasMessage("Found multiple arguments for option topic, but you asked for only one");
        assertThat(options.values("topic")).containsExactly("a", "b");
    }
}
