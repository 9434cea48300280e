package dev.gregor.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.cli.apply.TopicSection.WantedTopic;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Step;
import dev.gregor.cli.topic.TopicSettings;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ConnectionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {
    private static final ClusterClient UNUSED = ClusterClient.open(ConnectionSettings.to("localhost:1"));
    private static final TopicSettings ORDERS =
            new TopicSettings("orders", 3, 2, Map.of("retention.ms", "1", "a", "b"));

    private static List<Change> compare(boolean prune, String name, WantedTopic wanted) {
        var steps = new TopicSection.Comparison(UNUSED, prune)
                .compare(Map.of(name, wanted), new TreeMap<>(Map.of("orders", ORDERS)));
        return Step.changes(steps);
    }

    private static WantedTopic topic(int partitions, int factor, Map<String, Optional<String>> configs) {
        return new WantedTopic(Optional.of(partitions), Optional.of(factor), configs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topics: {a: {partitons: 3}} | f:1: topics.a.partitons is no key here; did you mean 'partitions'?",
                "topics: {a: {partitions: 3x}} | f:1: topics.a.partitions '3x' is no whole number",
                "topics: {a: {partitions: 0}} | f:1: topics.a.partitions 0 is below 1",
                "topics: {a: {partitions: 4294967297}} | f:1: topics.a.partitions 4294967297 is above 2147483647",
                "topics: {a: {replicationFactor: 65537}} | f:1: topics.a.replicationFactor 65537 is above 32767",
                "topics: {a: } | f:1: topics.a says nothing: '{}' leaves it as it is; to delete it leave it out",
                "topics: [a] | f:1: topics should have fields ('key: value')",
                "topic: {} | f:1: topic is no key here; did you mean 'topics'?",
                "topics: {a: {}, a: {}} | f:1: topics.a is there twice",
                "brokers: {x: {}} | f:1: brokers.x should be a broker's id or 'default'",
                "acls: [{resource: topic, name: a, operation: raed, principal: 'User:a'}] | f:1: acls[0].operation 'raed' is none of",
                "acls: [{resource: topic, name: a, operation: read}] | f:1: acls[0] has no 'principal'",
                "acls: [&a {resource: cluster, operation: all, principal: 'User:a'}, {resource: cluster, operation: all, principal: 'User:a', absent: true}] | f:1: acls[1] is there twice, once as absent",
                "quotas: [{values: {a: 1}}] | f:1: quotas[0] says neither user nor clientId nor ip",
                "groups: {g: {t: {x: 1}}} | f:1: groups.g.t.x should be under a partition's number",
                "version: 2 | f:1: version is 2, and this Gregor reads version 1",
            })
    void givenAWrongFile_whenRead_thenTheLineAndTheKeyAreNamed(String text, String message) {
        assertThatThrownBy(() -> State.read("f", text))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("nothing was changed.");
    }

    @Test
    void givenTextThatIsNoYaml_whenRead_thenTheLineIsNamed() {
        assertThatThrownBy(() -> State.read("f", "topics:\n  a: [1\n"))
                .hasMessageStartingWith("f:3: ")
                .hasMessageEndingWith("nothing was changed.");
        assertThatThrownBy(() -> State.read("f", "")).hasMessage("f is empty; nothing was changed.");
    }

    @Test
    void givenTheFileOfALargeCluster_whenRead_thenItsLengthIsNoMatter() {
        // given
        var text = new StringBuilder("topics:\n");
        for (int i = 0; text.length() < 4_000_000; i++) {
            text.append("  topic-").append(i).append(": {partitions: 6, configs: {retention.ms: 86400000}}\n");
        }
        // when, then
        assertThat(State.read("f", text.toString())).isNotNull();
    }

    @Test
    void givenATopicThatIsNotThere_whenCompared_thenTheWayBackDeletesIt() {
        assertThat(compare(false, "other", topic(1, 1, Map.of())))
                .containsExactly(Change.added("topic other", "1 partition, replication factor 1")
                        .undoneBy("topic", "delete", "other", "--if-exists"));
    }

    @Test
    void givenATopicAsItIs_whenCompared_thenThereIsNothingToDo() {
        assertThat(compare(false, "orders", topic(3, 2, Map.of("retention.ms", Optional.of("1")))))
                .isEmpty();
    }

    @Test
    void givenOtherConfigs_whenCompared_thenEachIsAChangeThatKnowsItsWayBack() {
        // when
        var changes = compare(
                false,
                "orders",
                topic(4, 2, Map.of("retention.ms", Optional.of("2"), "a", Optional.empty(), "new", Optional.of("x"))));
        // then
        assertThat(changes)
                .containsExactly(
                        Change.of("topic orders: partitions", "3", "4"),
                        Change.of("topic orders: a", "b", "-")
                                .undoneBy("apply", "--expression", "{topics: {orders: {configs: {a: b}}}}"),
                        Change.of("topic orders: new", "-", "x")
                                .undoneBy("apply", "--expression", "{topics: {orders: {configs: {new: null}}}}"),
                        Change.of("topic orders: retention.ms", "1", "2")
                                .undoneBy(
                                        "apply",
                                        "--expression",
                                        "{topics: {orders: {configs: {retention.ms: \"1\"}}}}"));
    }

    @Test
    void givenWhatTheFileDoesNotName_whenPruned_thenItGoesAndElseItStays() {
        assertThat(compare(true, "orders", topic(3, 2, Map.of())))
                .extracting(Change::what)
                .containsExactly("topic orders: a", "topic orders: retention.ms");
        assertThat(compare(true, "other", topic(1, 1, Map.of())))
                .extracting(Change::what)
                .containsExactly("topic other", "topic orders");
        assertThat(compare(false, "other", topic(1, 1, Map.of())))
                .extracting(Change::what)
                .containsExactly("topic other");
    }

    @Test
    void givenFewerPartitionsAndAnotherReplicationFactor_whenCompared_thenBothAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> compare(false, "orders", topic(2, 3, Map.of())))
                .hasMessageContaining("replication factor 2, the file says 3: that is a reassignment")
                .hasMessageContaining("has 3 partitions, the file says 2: Kafka cannot take any away")
                .hasMessageEndingWith("Nothing was changed.");
    }
}
