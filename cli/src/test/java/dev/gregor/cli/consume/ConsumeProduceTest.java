package dev.gregor.cli.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.offsets.ListedOffset;
import dev.gregor.cli.offsets.OffsetLookup;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in and out again, against a broker in this process. */
class ConsumeProduceTest {
    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new FreshCluster(folder);
        for (var topic : new String[] {"orders", "copies", "other"}) {
            assertThat(cluster.gregor("topic", "create", topic, "--partitions", "2", "--yes")
                            .exitCode())
                    .isZero();
        }
        assertThat(produce("p0:a\np0:b\np0:c\n", "orders", "-p", "0", "-K", ":").exitCode())
                .isZero();
        assertThat(produce("p1:d\np1:e\n", "orders", "-p", "1", "-K", ":", "-H", "kind=late")
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static FreshCluster.Result produce(String input, String... words) {
        var line = new String[words.length + 1];
        line[0] = "produce";
        System.arraycopy(words, 0, line, 1, words.length);
        return cluster.gregor(question -> Optional.empty(), input, line);
    }

    private static String consume(String... words) {
        var line = new String[words.length + 1];
        line[0] = "consume";
        System.arraycopy(words, 0, line, 1, words.length);
        var result = cluster.gregor(line);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void givenRecords_whenConsumedInAPipe_thenItEndsWhereTheLogEnds() {
        assertThat(consume("orders").lines()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(consume("other")).isEmpty();
        assertThat(consume("-r", "(orders|other)", "-p", "1").lines()).containsExactly("d", "e");
        assertThat(consume("ord*", "--count", "2").lines()).hasSize(2);
    }

    @Test
    void givenOffsets_whenConsumed_thenEachPartitionIsReadWhereItSays() {
        assertThat(consume("orders", "--offset", "0=1:,1=-1", "-f", "%p/%o=%v\\n")
                        .lines())
                .containsExactlyInAnyOrder("0/1=b", "0/2=c", "1/1=e");
        assertThat(consume("orders", "--offset", "0=1:2").lines()).containsExactly("b");
        assertThat(consume("orders", "--offset", "@now")).isEmpty();
        assertThat(consume("orders", "--offset", "@-1h:@+1h").lines()).hasSize(5);
        assertThat(consume("orders", "--offset", "0=5:500,1=-100:+1").lines()).containsExactly("d");
    }

    @Test
    void givenConditions_whenSearched_thenAllMustFit() {
        assertThat(consume("orders", "--grep", "k:p1", "--grep", "!v:d").lines())
                .containsExactly("e");
        assertThat(consume("orders", "--grep", "h:kind=late").lines()).containsExactlyInAnyOrder("d", "e");
        assertThat(consume("orders", "-n", "2").lines()).containsExactly("d", "e");
        assertThat(consume("orders", "-n", "1", "--grep", "k:p0").lines()).containsExactly("c");
    }

    @Test
    void givenAnyBytes_whenConsumedAsJsonAndProducedAgain_thenTheyAreTheSame() throws Exception {
        // given
        var file = folder.resolve("bytes");
        Files.write(file, new byte[] {0, (byte) 0xff, 0, '\n', 'z', 0});
        assertThat(produce("", "other", file.toString(), "-i", "whole", "-k", "bin\u0000ary")
                        .exitCode())
                .isZero();
        assertThat(produce("zero \u0000 byte\n\n", "other", "-p", "0", "-Z", "-H", "h=\u0000")
                        .exitCode())
                .isZero();
        var written = consume("other", "-o", "json");
        // when
        var produced = produce(written, "copies", "-i", "json");
        // then
        assertThat(produced.exitCode()).as(produced.err()).isZero();
        assertThat(produced.err()).startsWith("Produced 3 records, ");
        assertThat(sorted(consume("copies", "-o", "json")))
                .isEqualTo(sorted(written.replace("\"other\"", "\"copies\"")));
        assertThat(written).contains("\"valueEncoding\":\"base64\"").contains("\"value\":null");
    }

    private static String sorted(String lines) {
        return String.join("\n", lines.lines().sorted().toList());
    }

    @Test
    void givenAGroup_whenConsumedInParts_thenItGoesOnWhereItWas() {
        // when
        var first = consume("orders", "-g", "readers", "-c", "2");
        var rest = consume("orders", "-g", "readers");
        // then
        assertThat((first + rest).lines()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(consume("orders", "-g", "readers")).isEmpty();
        assertThat(consume("orders", "--offset", ":committed:readers").lines()).hasSize(5);
        assertThat(consume("orders", "--offset", "committed:readers")).isEmpty();
    }

    @Test
    void givenATemplate_whenProduced_thenTheSummaryTellsWhereItWent() {
        // when
        assertThat(cluster.gregor("topic", "create", "load", "--partitions", "1", "--yes")
                        .exitCode())
                .isZero();
        var result = produce("", "load", "--template", "n{{seq}}", "-k", "{{seq}}", "-c", "3");
        // then
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("Produced 3 records, 9 bytes, in ").contains("load-0  3, next offset 3");
        assertThat(consume("load", "-f", "%k=%v ")).isEqualTo("0=n0 1=n1 2=n2 ");
    }

    @Test
    void givenWhatIsWrong_whenRun_thenItIsSaidAndNothingIsDone() {
        assertThat(produce("", "ordesr").err())
                .isEqualTo("gregor produce: no topic 'ordesr'; did you mean 'orders'?\n");
        assertThat(produce("{", "orders", "-i", "json").exitCode()).isEqualTo(1);
        assertThat(produce("", "orders", "--template", "{{x}}").exitCode()).isEqualTo(2);
        assertThat(produce("").exitCode()).isEqualTo(2);
        assertThat(produce("", "orders", "-p", "7").err())
                .contains("topic 'orders' has no partition 7; it has 0 to 1.");
        for (var line : List.of("-c 2", "--rate 5", "--template x --rate 0", "--template x -K :", "-p -1")) {
            assertThat(produce("x\n", ("orders " + line).split(" ")).exitCode())
                    .as(line)
                    .isEqualTo(2);
        }
        for (var line : Arrays.asList(
                "orders -c 0",
                "orders -n 2000000",
                "orders --offset 5x",
                "orders -f %q",
                "orders --grep [",
                "orders -e -F",
                "orders -n 0")) {
            assertThat(cluster.gregor(("consume " + line).split(" ")).exitCode())
                    .as(line)
                    .isEqualTo(2);
        }
        assertThat(cluster.gregor("consume", "ordesr").err()).contains("did you mean 'orders'?");
        assertThat(cluster.gregor("consume", "orders", "-p", "7").err()).contains("no partition 7; it has 0 to 1");
    }

    @Test
    void givenAReadOnlyContext_whenProduced_thenNothingIsSent() {
        // given
        var added = cluster.gregor("context", "add", "prod", "--bootstrap", cluster.address(), "--read-only");
        assertThat(added.exitCode()).as(added.err()).isZero();
        // when
        var result = produce("x\n", "orders", "--context", "prod");
        // then
        assertThat(result.err()).isEqualTo("gregor produce: context prod is read-only; nothing was produced.\n");
        assertThat(result.exitCode()).isEqualTo(1);
        cluster.gregor("context", "remove", "prod", "--yes");
    }

    @Test
    void givenAPartitionThatIsNotThere_whenOffsetsAreAskedFor_thenTheOthersAreTold() {
        // given
        var there = new TopicPartition("orders", 0);
        var missing = new TopicPartition("nowhere", 0);
        try (var client = ClusterClient.open(ConnectionSettings.to(cluster.address(), new Properties()))) {
            // when
            var listed = new OffsetLookup(client, false).listed(List.of(missing, there), OffsetLookup.LATEST);
            // then
            assertThat(listed).containsEntry(there, new ListedOffset.Found(3));
            assertThat(listed.get(missing)).isInstanceOf(ListedOffset.Refused.class);
        }
    }
}
