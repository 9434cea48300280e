package dev.gregor.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final List<Row> rows = List.of(
            new Row().with("name", "a-very-long-name-of-a-topic").with("isr", List.of(1, 2)),
            new Row().with("name", "b").with("isr", List.of(3)));

    private String printed(int width) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        Table.print(out, rows, new Screen(width, false));
        out.flush();
        return text.toString();
    }

    @Test
    void givenAPipe_whenPrinted_thenColumnsAlignAndNothingIsCut() {
        assertThat(printed(Integer.MAX_VALUE)).isEqualTo("""
                        NAME                         ISR
                        a-very-long-name-of-a-topic  1,2
                        b                            3
                        """);
    }

    @Test
    void givenANarrowTerminal_whenPrinted_thenTheWidestColumnGivesWay() {
        assertThat(printed(15)).isEqualTo("""
                NAME        ISR
                a-very-lo…  1,2
                b           3
                """);
    }

    @Test
    void givenLettersOfTwoColumns_whenPrinted_thenColumnsStandBelowEachOther() {
        // given
        var group = List.of(
                new Row().with("group", "注文処理").with("state", "Stable"),
                new Row().with("group", "cafe\u0301").with("state", "Empty"));
        var text = new StringWriter();
        // when
        Table.print(new PrintWriter(text), group, new Screen(15, false));
        // then
        assertThat(text).hasToString("""
                GROUP    STATE
                注文処…  Stable
                cafe\u0301     Empty
                """);
    }

    @Test
    void givenJson_whenPrinted_thenListsAndNumbersKeepTheirTypes() {
        // given
        var text = new StringWriter();
        var out = new PrintWriter(text);
        // when
        Json.print(out, rows);
        out.flush();
        // then
        assertThat(text.toString()).isEqualTo("""
                        [
                          {"name":"a-very-long-name-of-a-topic","isr":[1,2]},
                          {"name":"b","isr":[3]}
                        ]
                        """);
    }
}
