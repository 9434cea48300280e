package dev.gregor.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor config} against Gregor's broker. */
class ConfigCommandTest {
    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void startBroker() {
        cluster = new FreshCluster(folder);
        for (var topic : new String[] {"orders", "orders-dead", "payments"}) {
            assertThat(cluster.gregor("topic", "create", topic, "--yes").exitCode())
                    .isZero();
        }
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    private static String get(String topic, String key) {
        return cluster.gregor("config", "get", "topic", topic, key).out().strip();
    }

    private static String undoFile(FreshCluster.Result result) {
        return result.err().substring(result.err().lastIndexOf(' ') + 1).strip();
    }

    @Test
    void givenATopic_whenAConfigIsSetAndTakenBack_thenTheDefaultHoldsAgain() {
        // given
        var before = get("payments", "retention.ms");
        // when
        var set = cluster.gregor("config", "set", "topic", "payments", "retention.ms=12345", "--yes");
        var between = get("payments", "retention.ms");
        var undone = cluster.gregor("undo", undoFile(set), "--yes");
        // then
        assertThat(set.exitCode()).isZero();
        assertThat(between).isEqualTo("12345");
        assertThat(undone.exitCode()).isZero();
        assertThat(get("payments", "retention.ms")).isEqualTo(before);
    }

    @Test
    void givenAGlob_whenSet_thenEveryTopicThatFitsIsChangedAndNoOther() {
        // when
        var set = cluster.gregor("config", "set", "topic", "orders*", "segment.ms=777000", "--yes");
        // then
        assertThat(set.out()).contains("topic orders: segment.ms", "topic orders-dead: segment.ms");
        assertThat(get("orders-dead", "segment.ms")).isEqualTo("777000");
        assertThat(get("payments", "segment.ms")).isNotEqualTo("777000");
    }

    @Test
    void givenAValueTheClusterRefuses_whenSet_thenItIsSaidBeforeAnyoneIsAsked() {
        // when
        var result = cluster.gregor("config", "set", "topic", "orders", "retention.ms=soon");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("soon").doesNotContain("nobody is there to ask");
    }

    @Test
    void givenAValueThatSeveralTopicsRefuse_whenSet_thenEachIsNamed() {
        // when
        var result = cluster.gregor("config", "set", "topic", "orders*", "retention.ms=soon", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("topic orders: ", "topic orders-dead: ", "Nothing was changed.");
    }

    @Test
    void givenAClusterThatListsNoConfiguredGroups_whenANewGroupsConfigIsTakenBack_thenItIsFound() {
        // given
        var set = cluster.gregor("config", "set", "group", "fresh", "consumer.session.timeout.ms=50000", "--yes");
        // when
        var undone = cluster.gregor("undo", undoFile(set), "--yes");
        // then
        assertThat(set.exitCode()).isZero();
        assertThat(undone.exitCode()).isZero();
        assertThat(undone.out()).contains("group fresh: consumer.session.timeout.ms");
    }

    @Test
    void givenAConfigThatIsNotSetForAllBrokers_whenAskedFor_thenThatIsSaidAndAMistypedOneIsNot() {
        // when
        var unset = cluster.gregor("config", "get", "broker", "default", "log.retention.ms");
        var mistyped = cluster.gregor("config", "get", "broker", "default", "log.retention.mss");
        // then
        assertThat(unset.exitCode()).isEqualTo(1);
        assertThat(unset.err()).contains("log.retention.ms is not set for all brokers");
        assertThat(mistyped.err()).contains("did you mean 'log.retention.ms'?");
    }

    @Test
    void givenAPropertiesFile_whenSet_thenItsConfigsAreAndTheLinesGoFirst() throws Exception {
        // given
        var file = Files.writeString(folder.resolve("configs"), "max.message.bytes=2000\nflush.ms=3000\n");
        // when
        var result = cluster.gregor(
                "config", "set", "topic", "orders-dead", "--file", file.toString(), "flush.ms=4000", "--yes");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(get("orders-dead", "max.message.bytes")).isEqualTo("2000");
        assertThat(get("orders-dead", "flush.ms")).isEqualTo("4000");
    }

    @Test
    void givenADryRun_whenSet_thenNothingIs() {
        // when
        var result = cluster.gregor("config", "set", "topic", "payments", "flush.ms=9", "--dry-run");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(get("payments", "flush.ms")).isNotEqualTo("9");
    }

    @Test
    void givenWrongLines_whenRun_thenEachSaysWhatIsWrong() {
        // when
        var noPair = cluster.gregor("config", "set", "topic", "orders", "retention.ms", "--yes");
        var noTopic = cluster.gregor("config", "set", "topic", "order", "retention.ms=1", "--yes");
        var noKind = cluster.gregor("config", "list", "table");
        // then
        assertThat(noPair.exitCode()).isEqualTo(2);
        assertThat(noPair.err()).contains("KEY=VALUE");
        assertThat(noTopic.exitCode()).isEqualTo(1);
        assertThat(noTopic.err()).contains("did you mean 'orders'?");
        assertThat(noKind.exitCode()).isEqualTo(2);
    }

    @Test
    void givenABroker_whenAllIsListed_thenWhereEachValueComesFromIsTold() {
        // when
        var result = cluster.gregor("config", "list", "broker", "1", "--all", "-o", "json");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("\"name\":\"offsets.topic.num.partitions\",\"value\":\"1\",\"source\":\"file\"");
    }
}
