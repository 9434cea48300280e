package dev.gregor.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export, diff and apply against Gregor's broker. */
class ApplyTest {
    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void startBroker() {
        cluster = new FreshCluster(folder);
        cluster.gregor("topic", "create", "orders", "-p", "3", "-c", "retention.ms=86400000", "--yes");
        assertThat(cluster.gregor("apply", "-e", "{groups: {billing: {orders: {0: 5, 2: 7}}}}", "--yes")
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    @Test
    void givenAnExport_whenAppliedAndCompared_thenNothingChanges() {
        // given
        var file = folder.resolve("cluster.yaml").toString();
        cluster.gregor("export", "-f", file, "--only", "topics,groups,brokers");
        // when
        var diff = cluster.gregor("diff", "-f", file, "--prune");
        var apply = cluster.gregor("apply", "-f", file, "--prune", "--yes");
        // then
        assertThat(diff.out()).isEmpty();
        assertThat(diff.exitCode()).isZero();
        assertThat(apply.err()).isEqualTo("Nothing to change.\n");
        assertThat(apply.exitCode()).isZero();
    }

    @Test
    void givenAnotherFile_whenAppliedAndTakenBack_thenTheClusterIsAsBefore() throws IOException {
        // given
        var before = cluster.gregor("export", "--only", "topics,groups").out();
        var file = Files.writeString(folder.resolve("other.yaml"), """
                topics:
                  orders: {configs: {retention.ms: 1000, max.message.bytes: 2000}}
                  extra: {partitions: 2}
                groups:
                  billing: {orders: {0: 3, 1: 4}}
                """).toString();
        // when
        var diff = cluster.gregor("diff", "-f", file);
        var apply = cluster.gregor("apply", "-f", file, "--yes");
        var again = cluster.gregor("diff", "-f", file);
        var undo = cluster.gregor("undo", "--last", "--yes");
        // then
        assertThat(diff.exitCode()).isEqualTo(3);
        assertThat(apply.exitCode()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(undo.exitCode()).isZero();
        assertThat(cluster.gregor("export", "--only", "topics,groups").out()).isEqualTo(before);
    }

    @Test
    void givenAFileWithAMistakeAtItsEnd_whenApplied_thenNothingIsChanged() {
        // given
        var before = cluster.gregor("export", "--only", "topics,groups").out();
        // when
        var result = cluster.gregor("apply", "-e", "{topics: {early: {partitions: 1}, late: {partitons: 1}}}", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("expression:1: topics.late.partitons is no key here");
        assertThat(cluster.gregor("export", "--only", "topics,groups").out()).isEqualTo(before);
    }

    @Test
    void givenAChangeTheBrokerRefuses_whenApplied_thenTheOthersAreMadeAndEachIsTold() {
        // when
        var result = cluster.gregor(
                "apply", "-e", "{topics: {good: {partitions: 1}, 'bad name': {partitions: 1}}}", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).containsPattern("topic good .* done").containsPattern("topic bad name .* failed");
        cluster.gregor("topic", "delete", "good", "--yes");
    }

    @Test
    void givenAPartitionThatRefusesItsOffset_whenApplied_thenTheOthersAreTakenBackAllTheSame() {
        // given
        var before = cluster.gregor("export", "--only", "groups").out();
        // when
        var result = cluster.gregor("apply", "-e", "{groups: {billing: {orders: {0: 1, 99: 1}}}}", "--yes");
        var between = cluster.gregor("export", "--only", "groups").out();
        var undo = cluster.gregor("undo", "--last", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).containsPattern("orders-0 .* done").containsPattern("orders-99 .* failed");
        assertThat(between).isNotEqualTo(before);
        assertThat(undo.exitCode()).isZero();
        assertThat(cluster.gregor("export", "--only", "groups").out()).isEqualTo(before);
    }

    @Test
    void givenABrokersSecretInTheFile_whenApplied_thenItIsRefusedAndNeverShown() {
        // when
        var result = cluster.gregor(
                "apply",
                "-e",
                "{brokers: {default: {listener.name.plaintext.ssl.keystore.password: geheim}}}",
                "--dry-run");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("ssl.keystore.password is a secret");
        assertThat(result.out() + result.err()).doesNotContain("geheim");
    }

    @Test
    void givenATopicWithNothingUnderItsName_whenApplied_thenItStays() {
        // when
        var result = cluster.gregor("apply", "-e", "{topics: {orders: }}", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(cluster.gregor("topic", "list", "-o", "name").out()).contains("orders\n");
    }

    @Test
    void givenAWayBackWithTopicsThatWereNeverMade_whenTakenBack_thenTheOthersGoAndTheFileIsDoneWith() {
        // given: as after an end on the way
        cluster.gregor("apply", "-e", "{topics: {made: {partitions: 1}, unmade: {partitions: 1}}}", "--yes");
        cluster.gregor("topic", "delete", "unmade", "--yes");
        // when
        var undo = cluster.gregor("undo", "--last", "--yes");
        // then
        assertThat(undo.exitCode()).isZero();
        assertThat(cluster.gregor("topic", "list", "-o", "name").out()).doesNotContain("made");
        assertThat(cluster.gregor("topic", "delete", "unmade", "made", "no*", "--if-exists", "--yes")
                        .err())
                .isEqualTo("Nothing to change.\n");
    }
}
