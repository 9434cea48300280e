package dev.gregor.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> OPTIONS =
            List.of("--help", "--bootstrap-server", "--timeout", "--command-config");

    @Test
    void givenAFewSlips_whenTheNearestIsLookedFor_thenItIsTheNameMeant() {
        assertThat(Nearest.to("lst", List.of("list", "delete"))).contains("list");
        assertThat(Nearest.to("--tiemout", OPTIONS)).contains("--timeout");
    }

    @Test
    void givenTheBeginningOfALongName_whenTheNearestIsLookedFor_thenTheRestMayBeMissing() {
        assertThat(Nearest.to("--boostrap", OPTIONS)).contains("--bootstrap-server");
        assertThat(Nearest.to("--comand", OPTIONS)).contains("--command-config");
    }

    @Test
    void givenAWordLikeNone_whenTheNearestIsLookedFor_thenThereIsNone() {
        assertThat(Nearest.to("--xyz", OPTIONS)).isEmpty();
        assertThat(Nearest.to("-q", OPTIONS)).isEmpty();
    }
}
