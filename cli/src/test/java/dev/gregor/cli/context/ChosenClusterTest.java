package dev.gregor.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.context.ChosenCluster.Level;
import dev.gregor.cli.context.Context.Care;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenClusterTest {
    private static final Level NOTHING = new Level(Optional.empty(), Optional.empty());
    private static final Context PROD = context("prod");
    private static final Context DEV = context("dev");
    private static final Contexts CONTEXTS = Contexts.none().with(PROD).with(DEV);

    private static Context context(String name) {
        return new Context(name, name + ":9092", Optional.empty(), Map.of(), Care.NORMAL, Optional.empty());
    }

    private static ChosenCluster chosen(Level... levels) {
        return ChosenCluster.of(List.of(levels), () -> CONTEXTS);
    }

    private static Level contextOf(String name) {
        return new Level(Optional.of(name), Optional.empty());
    }

    private static Level addressOf(String address) {
        return new Level(Optional.empty(), Optional.of(address));
    }

    @Test
    void givenNothing_whenChosen_thenTheCurrentContextElseTheDefault() {
        assertThat(chosen(NOTHING, NOTHING)).isEqualTo(new ChosenCluster(Optional.of(PROD), "prod:9092"));
        assertThat(ChosenCluster.of(List.of(NOTHING), Contexts::none))
                .isEqualTo(new ChosenCluster(Optional.empty(), "localhost:9092"));
    }

    @Test
    void givenAnAddressOnTheLine_whenChosen_thenNoContextsSecretsGoThere() {
        assertThat(chosen(addressOf("x:1"), contextOf("dev"))).isEqualTo(new ChosenCluster(Optional.empty(), "x:1"));
    }

    @Test
    void givenAContextOnTheLine_whenTheEnvironmentNamesAnAddress_thenTheContextsOwnCounts() {
        assertThat(chosen(contextOf("dev"), addressOf("x:1")))
                .isEqualTo(new ChosenCluster(Optional.of(DEV), "dev:9092"));
    }

    @Test
    void givenBothOnOneLevel_whenChosen_thenTheContextIsAskedAtThatAddress() {
        assertThat(chosen(new Level(Optional.of("dev"), Optional.of("x:1"))))
                .isEqualTo(new ChosenCluster(Optional.of(DEV), "x:1"));
    }

    @Test
    void givenACurrentContextThatIsNotThere_whenNothingElseIsSaid_thenTheDefaultIsNotMeant() {
        // given
        var contexts = new Contexts(Optional.of("pord"), List.of(PROD));
        // when, then
        assertThatThrownBy(() -> ChosenCluster.of(List.of(NOTHING), () -> contexts))
                .hasMessage("no context 'pord'; did you mean 'prod'?");
    }
}
