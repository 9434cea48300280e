package dev.gregor.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gregor topic} against Gregor's broker, which has topics of its own kind and of Kafka's. */
class TopicCommandsTest {
    private static final String OFFSETS = "__consumer_offsets";

    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new FreshCluster(folder);
        for (var topic : List.of("orders", "orders.eu", "payments")) {
            assertThat(cluster.gregor("topic", "create", topic, "-p", "2", "--yes")
                            .exitCode())
                    .isZero();
        }
        // The first group makes Kafka's own topic.
        assertThat(cluster.gregor("group", "reset", "readers", "--topic", "orders", "--to", "start", "--yes")
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static List<String> names(String... words) {
        var line = new ArrayList<>(List.of("topic", "list", "-o", "name"));
        line.addAll(List.of(words));
        return cluster.gregor(line.toArray(String[]::new)).out().lines().toList();
    }

    @Test
    void givenNamesGlobsAndExpressions_whenListed_thenEachMeansWhatItDoesElsewhere() {
        assertThat(names()).containsExactly(OFFSETS, "orders", "orders.eu", "payments");
        assertThat(names("--exclude-internal")).containsExactly("orders", "orders.eu", "payments");
        assertThat(names("ord*", "payments")).containsExactly("orders", "orders.eu", "payments");
        assertThat(names("orders.*")).containsExactly("orders.eu");
        assertThat(names("--regex", "orders.*")).containsExactly("orders", "orders.eu");
        assertThat(names("__*")).containsExactly(OFFSETS);
    }

    @ParameterizedTest
    @CsvSource({
        "list, odrers, no topic 'odrers'; did you mean 'orders'?",
        "describe, odrers, no topic 'odrers'; did you mean 'orders'?",
        "describe, x.*, no topic fits 'x.*'; it is no regular expression: * alone stands for any letters.",
        "describe, x*, no topic fits 'x*'."
    })
    void givenATopicThatIsNotThere_whenNamed_thenItIsToldAndTheLineFails(String verb, String name, String message) {
        // when
        var result = cluster.gregor("topic", verb, name);
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(message);
    }

    @Test
    void givenAGlobForAll_whenDeleted_thenKafkasOwnTopicsAreLeftAlone() {
        // when
        var result = cluster.gregor("topic", "delete", "*", "--dry-run", "-o", "name");
        // then
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out().lines()).containsExactly("topic orders", "topic orders.eu", "topic payments");
        assertThat(cluster.gregor("topic", "delete", "__*", "--yes").err())
                .contains("'__*' fits only topics of Kafka's own; these have to be named in full.");
        assertThat(cluster.gregor("topic", "delete", OFFSETS, "--dry-run", "-o", "name")
                        .out()
                        .lines())
                .containsExactly("topic " + OFFSETS);
    }

    @ParameterizedTest
    @CsvSource({"--replication-factor, 65537", "--replication-factor, 0", "--partitions, -1"})
    void givenANumberThatTheProtocolReadsAsAnother_whenCreated_thenItIsMisuse(String option, String number) {
        // when
        var result = cluster.gregor("topic", "create", "never", option + "=" + number, "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(option + " takes 1 to ").contains(number);
        assertThat(names()).doesNotContain("never");
    }
}
