package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.Main;
import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor group} against Gregor's broker: a topic of two partitions with six records, and groups that read it. */
class GroupCommandsTest {
    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new FreshCluster(folder);
        assertThat(cluster.gregor("topic", "create", "orders", "-p", "2", "--yes")
                        .exitCode())
                .isZero();
        produce("orders", "a:1\nb:2\nc:3\nd:4\ne:5\nf:6\n");
    }

    /** Records with keys, which decide their partitions: both get some. */
    private static void produce(String topic, String lines) {
        var input = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var line = List.of(
                "--bootstrap-server",
                cluster.address(),
                "--topic",
                topic,
                "--reader-property",
                "parse.key=true",
                "--reader-property",
                "key.separator=:");
        assertThat(Main.run(
                        new Streams(input, nowhere, nowhere), "kafka-console-producer.sh", line.toArray(String[]::new)))
                .isZero();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static FreshCluster.Result reset(String group, String to) {
        var result = cluster.gregor("group", "reset", group, "--topic", "orders", "--to", to, "--yes");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
    }

    private static String positions(String group) {
        return cluster.gregor("group", "describe", group, "-o", "json", "--columns", "partition,position,lag")
                .out();
    }

    private static String undoFile(FreshCluster.Result result) {
        assertThat(result.err()).contains("gregor undo ");
        return result.err()
                .substring(result.err().indexOf("gregor undo ") + "gregor undo ".length())
                .strip();
    }

    @Test
    void givenAGroupThatIsNotThere_whenResetWithATopic_thenItIsMadeAndStandsThere() {
        // when
        var result = cluster.gregor("group", "reset", "made", "--topic", "orders:1", "--to", "start", "--yes");
        // then
        assertThat(result.out()).contains("group made: orders-1  -     0   done");
        assertThat(cluster.gregor("group", "list", "made", "--columns", "group,type,state")
                        .out())
                .isEqualTo("GROUP  TYPE     STATE\nmade   Classic  Empty\n");
    }

    @Test
    void givenAGroupInTheMiddle_whenAskedForItsLag_thenItIsToldInRecordsAndTime() {
        // given
        reset("lagging", "start");
        // when
        var lag = cluster.gregor("group", "lag", "lagging", "-o", "json").out();
        // then
        assertThat(lag).contains("\"group\":\"lagging\"").contains("\"lag\":6").doesNotContain("\"behindMs\":null");
        assertThat(cluster.gregor("group", "describe", "lagging").out())
                .startsWith("lagging: Empty, classic group, 0 members, coordinator ")
                .contains("6 records behind");
    }

    @Test
    void givenAGroupWhoseNextRecordsAreDeleted_whenAskedForItsLag_thenTheOldestThatIsLeftTellsTheTime() {
        // given
        assertThat(cluster.gregor("topic", "create", "shrinking", "-p", "1", "--yes")
                        .exitCode())
                .isZero();
        produce("shrinking", "a:1\nb:2\nc:3\n");
        assertThat(cluster.gregor("group", "reset", "late", "--topic", "shrinking", "--to", "start", "--yes")
                        .exitCode())
                .isZero();
        var deleted = cluster.gregor("topic", "delete-records", "shrinking", "--before", "2", "--yes");
        assertThat(deleted.exitCode()).as(deleted.toString()).isZero();
        // when
        var lag = cluster.gregor("group", "lag", "late", "-o", "json").out();
        // then
        assertThat(lag).contains("\"lag\":3").doesNotContain("\"behindMs\":null");
    }

    @Test
    void givenAnIntervalThatIsNoLengthOfTime_whenWatched_thenItIsMisuse() {
        for (var interval : List.of("NaN", "0", "-1")) {
            assertThat(cluster.gregor("group", "lag", "--watch", "--interval=" + interval, "--times", "1")
                            .exitCode())
                    .isEqualTo(2);
        }
    }

    @Test
    void givenADryRun_whenReset_thenWhatWouldMoveIsShownAndNothingMoves() {
        // given
        reset("dry", "start");
        var before = positions("dry");
        // when
        var result = cluster.gregor("group", "reset", "dry", "--to", "end", "--dry-run", "-o", "json");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("group dry: orders-").contains("\"result\":\"planned\"");
        assertThat(positions("dry")).isEqualTo(before);
    }

    @Test
    void givenAReset_whenUndone_thenTheGroupStandsWhereItStood() {
        // given
        reset("undone", "0=1,1=0");
        var before = positions("undone");
        var moved = reset("undone", "end");
        assertThat(positions("undone")).isNotEqualTo(before);
        // when
        var result = cluster.gregor("undo", undoFile(moved), "--yes");
        // then
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(positions("undone")).isEqualTo(before);
    }

    @Test
    void givenADeletedGroup_whenUndone_thenItsOffsetsAreBack() {
        // given
        reset("deleted", "0=1,1=1");
        var before = positions("deleted");
        var result = cluster.gregor("group", "delete", "deleted", "--yes");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(cluster.gregor("group", "describe", "deleted").exitCode()).isEqualTo(1);
        // when
        cluster.gregor("undo", undoFile(result), "--yes");
        // then
        assertThat(positions("deleted")).isEqualTo(before);
    }

    @Test
    void givenOneTopicNamed_whenDeleted_thenTheGroupForgetsThatOnly() {
        // given
        reset("forgetful", "start");
        // when
        var result = cluster.gregor("group", "delete", "forgetful", "--topic", "orders:0", "--yes");
        // then
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(positions("forgetful")).contains("\"partition\":1").doesNotContain("\"partition\":0");
    }

    @Test
    void givenAGroupWithAMember_whenReset_thenItIsRefusedWithTheMembersName() {
        try (var consumer = new KafkaConsumer<String, String>(Map.of(
                "bootstrap.servers", cluster.address(),
                "group.id", "active",
                "client.id", "reader-1",
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", StringDeserializer.class.getName()))) {
            // given
            consumer.subscribe(List.of("orders"));
            long deadlineNanos = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (consumer.assignment().isEmpty()) {
                assertThat(System.nanoTime()).as("no assignment yet").isLessThan(deadlineNanos);
                consumer.poll(Duration.ofMillis(100));
            }
            // when
            var result = cluster.gregor("group", "reset", "active", "--topic", "orders", "--to", "start", "--yes");
            // then
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("with 1 member (reader-1 at 127.0.0.1): stop its members first");
            assertThat(cluster.gregor("group", "members", "active").out())
                    .contains("reader-1")
                    .contains("orders:0,1");
        }
    }

    @Test
    void givenAMistypedGroup_whenDescribed_thenTheNearestIsNamed() {
        // given
        reset("shipping", "start");
        // when
        var result = cluster.gregor("group", "describe", "shiping");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("gregor group describe: no group 'shiping'; did you mean 'shipping'?\n");
    }

    @Test
    void givenTwoLooks_whenWatchedInAPipe_thenEachGroupIsALineAndTheSecondHasRates() {
        // given
        reset("watched", "start");
        // when
        var lines = cluster.gregor("group", "lag", "watched", "--watch", "--interval", "0.2", "--times", "2")
                .out()
                .lines()
                .toList();
        // then
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains(" watched lag=6 behind=").doesNotContain("read-rate");
        assertThat(lines.get(1)).endsWith(" write-rate=0 read-rate=0 caught-up-in=never");
    }

    @Test
    void givenAnotherGroup_whenResetToWhatItCommitted_thenBothStandAtTheSameOffsets() {
        // given
        reset("ahead", "0=1,1=end");
        // when
        reset("behind", "committed:ahead");
        // then
        assertThat(positions("behind")).isEqualTo(positions("ahead")).contains("\"position\":1");
    }

    @Test
    void givenAPartitionThatIsNotThere_whenItsOffsetIsNamed_thenThatIsToldAndNothingMoves() {
        // when
        var result = cluster.gregor("group", "reset", "any", "--topic", "orders", "--to", "0=1,7=5", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("gregor group reset: --to names partition 7, but there is only 0,1; nothing was changed.\n");
        assertThat(cluster.gregor("group", "describe", "any").exitCode()).isEqualTo(1);
    }

    @Test
    void givenOffsetsThatCannotBeRead_whenReset_thenItIsMisuseAndPointsAtThem() {
        // when
        var result = cluster.gregor("group", "reset", "any", "--topic", "orders", "--to", "later", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("later").contains("^");
    }
}
