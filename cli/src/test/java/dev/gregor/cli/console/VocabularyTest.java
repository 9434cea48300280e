package dev.gregor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.completion.CompletionNode.Child;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.completion.EntityKinds;
import dev.gregor.cli.completion.NameKind;
import dev.gregor.cli.completion.Values;
import dev.gregor.cli.completion.Values.OfEntity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary =
            new Vocabulary(() -> CompletionNodes.of(GregorProgram.commands(Session.ofProcess(Map.of()))));

    @Test
    void givenNothingTyped_whenAskedWhatMayFollow_thenCommandsAndTheConsolesOwnAreThere() {
        // when
        var names = vocabulary.at(List.of()).command().commands().stream().map(Child::name);
        // then
        assertThat(names)
                .contains("topic", "context", "use", "watch", "exit")
                .doesNotContain("console")
                .doesNotHaveDuplicates();
    }

    @Test
    void givenOptionsWithValuesBetweenTheWords_whenAskedForThePlace_thenValuesAreNoCommands() {
        // when
        var place = vocabulary.at(List.of("topic", "describe", "-b", "topic", "--timeout=3"));
        // then
        assertThat(place.command().words()).isEqualTo("topic describe");
        assertThat(place.command().arguments()).isEqualTo(Values.live(NameKind.TOPIC));
        assertThat(place.open()).isEmpty();
    }

    @Test
    void givenAnOptionThatWaitsForItsValue_whenAskedForThePlace_thenItIsOpen() {
        // when
        var place = vocabulary.at(List.of("watch", "-n", "5", "topic", "list", "--context"));
        // then
        assertThat(place.open().orElseThrow().values()).isEqualTo(new Values.Contexts());
    }

    @Test
    void givenAKindOfEntity_whenAskedForThePlace_thenItsNamesComeNextAndThenItsKeys() {
        // when
        var name = vocabulary.at(List.of("config", "set", "topic", "-b", "h:1"));
        var key = vocabulary.at(List.of("config", "set", "broker", "1", "a=b"));
        // then
        assertThat(EntityKinds.values((OfEntity) name.values(), name.arguments()))
                .isEqualTo(Values.live(NameKind.TOPIC));
        assertThat(EntityKinds.values((OfEntity) key.values(), key.arguments()))
                .isEqualTo(new Values.Live(NameKind.BROKER_CONFIG, Values.Suffix.equals));
    }

    @Test
    void givenLinesOfBrokersAndFolders_whenAsked_thenThoseThatNeedABrokersClassesRunElsewhere() {
        assertThat(vocabulary.runsElsewhere(List.of("broker", "server.properties")))
                .isTrue();
        assertThat(vocabulary.runsElsewhere(List.of("log", "stats", "/data"))).isTrue();
        assertThat(vocabulary.runsElsewhere(List.of("broker", "list"))).isFalse();
        assertThat(vocabulary.runsElsewhere(List.of("topic", "describe", "log")))
                .isFalse();
    }
}
