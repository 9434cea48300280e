package dev.gregor.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.safety.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigPlanTest {
    private static final ConfigEntry RETENTION = entry("retention.ms", "1000", false);
    private static final ConfigEntry POLICY = entry("cleanup.policy", "delete", false);
    private static final ConfigEntry PASSWORD =
            new ConfigEntry("ssl.keystore.password", Optional.empty(), ConfigSource.BROKER, true, false, List.of());

    private static ConfigEntry entry(String name, String value, boolean secret) {
        return new ConfigEntry(name, Optional.of(value), ConfigSource.TOPIC, secret, false, List.of());
    }

    private static ConfigPlan topic() {
        return new ConfigPlan(ConfigNoun.topic, "orders", List.of(RETENTION, POLICY), List.of(RETENTION));
    }

    private static ConfigPlan broker() {
        return new ConfigPlan(ConfigNoun.broker, "1", List.of(PASSWORD), List.of(PASSWORD));
    }

    @Test
    void givenAValueThatIsSet_whenSetToAnother_thenTheWayBackIsTheOldValue() {
        // when
        var changes = topic().set(Map.of("retention.ms", "2000"));
        // then
        assertThat(changes)
                .containsExactly(Change.of("topic orders: retention.ms", "1000", "2000")
                        .undoneBy("config", "set", "topic", "orders", "retention.ms=1000"));
    }

    @Test
    void givenAValueThatIsNotSet_whenSet_thenTheWayBackIsToUnsetIt() {
        // when
        var changes = topic().set(Map.of("cleanup.policy", "compact"));
        // then
        assertThat(changes)
                .containsExactly(Change.of("topic orders: cleanup.policy", Change.NOTHING, "compact")
                        .undoneBy("config", "unset", "topic", "orders", "cleanup.policy"));
    }

    @Test
    void givenAValueThatIsSet_whenSetToTheSame_thenNothingChanges() {
        // when, then
        assertThat(topic().set(Map.of("retention.ms", "1000"))).isEmpty();
        assertThat(topic().unset(List.of("cleanup.policy"))).isEmpty();
    }

    @Test
    void givenTheDefaultWrittenOut_whenSet_thenItIsAChange() {
        // when, then: the topic keeps it when the broker's default moves
        assertThat(topic().set(Map.of("cleanup.policy", "delete"))).hasSize(1);
    }

    @Test
    void givenASecret_whenSetForTheBrokerOrOneListener_thenItIsNeverShownAndHasNoWayBack() {
        // when
        var own = broker().set(Map.of("ssl.keystore.password", "hidden"));
        var ofListener = broker().set(Map.of("listener.name.sasl.ssl.keystore.password", "hidden"));
        // then
        assertThat(own).containsExactly(Change.of("broker 1: ssl.keystore.password", "(secret)", "(secret)"));
        assertThat(ofListener.get(0).to()).isEqualTo("(secret)");
    }

    @Test
    void givenAListenersConfigThatTheBrokerDoesNotKnow_whenSet_thenItIsTakenForASecretAsTheBrokerDoes() {
        // when
        var changes = broker().set(Map.of("listener.name.sasl.vault.token", "hidden"));
        // then
        assertThat(changes.get(0).to()).isEqualTo("(secret)");
    }

    @Test
    void givenAMistypedName_whenSet_thenTheNearestIsNamed() {
        // when, then
        assertThatThrownBy(() -> topic().set(Map.of("retention.mss", "1")))
                .hasMessage("a topic has no config 'retention.mss'; did you mean 'retention.ms'?");
    }
}
