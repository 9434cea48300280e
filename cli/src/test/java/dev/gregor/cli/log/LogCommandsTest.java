package dev.gregor.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandsTest {
    @TempDir
    private Path folder;

    private Path logs;
    private String orders;

    @BeforeEach
    void write() {
        logs = SampleLogs.under(folder);
        orders = logs.resolve("orders-0").toString();
    }

    private static JsonNode json(GregorRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void givenADirectory_whenListed_thenEachPartitionIsThereWithItsFiles() throws IOException {
        // when
        var rows = json(GregorRun.of("log", "ls", logs.toString(), "-o", "json"));
        // then
        assertThat(rows.findValuesAsText("topic"))
                .contains("__cluster_metadata", "__consumer_offsets", "old", "orders")
                .isSorted();
        var row = rows.get(rows.size() - 1);
        assertThat(row.get("partition").asText()).isEqualTo("orders-0");
        assertThat(row.get("segments").asInt()).isEqualTo(2);
        assertThat(row.get("bytes").asLong()).isEqualTo(3369);
        assertThat(row.get("topicId").asText()).isEqualTo("4L6g3nShT-eMCtK--X86sw");
    }

    @Test
    void givenTwoSegments_whenOffsetsAreAskedFor_thenTheyAreThoseOfTheBatches() throws IOException {
        // when
        var whole = json(GregorRun.of("log", "offsets", orders, "-o", "json")).get(0);
        var segments = json(GregorRun.of("log", "offsets", orders, "--segments", "-o", "json"));
        // then
        assertThat(whole.get("start").asLong()).isZero();
        assertThat(whole.get("end").asLong()).isEqualTo(95);
        assertThat(whole.get("lastTimestampMs").asLong()).isEqualTo(SampleLogs.TIME_MS + 204);
        assertThat(segments.findValuesAsText("baseOffset")).containsExactly("0", "71");
        assertThat(segments.findValuesAsText("end")).containsExactly("71", "95");
    }

    @Test
    void givenAPartition_whenCounted_thenBatchesCodecsAndKeysAddUp() throws IOException {
        // when
        var row = json(GregorRun.of("log", "stats", orders, "--top", "1", "-o", "json"))
                .get(0);
        // then
        assertThat(row.get("batches").asLong()).isEqualTo(28);
        assertThat(row.get("records").asLong()).isEqualTo(80);
        assertThat(row.get("bytes").asLong()).isEqualTo(3369);
        assertThat(row.get("codecs").toString())
                .isEqualTo("{\"gzip\":4,\"lz4\":5,\"none\":11,\"snappy\":4,\"zstd\":4}");
        assertThat(row.get("control").asLong()).isEqualTo(2);
        assertThat(row.get("transactional").asLong()).isEqualTo(6);
        assertThat(row.get("producers").asLong()).isEqualTo(2);
        assertThat(row.get("unreadableBytes").asLong()).isZero();
        assertThat(row.get("topKeys").toString()).isEqualTo("[{\"key\":\"köy\",\"records\":23,\"bytes\":552}]");
    }

    @Test
    void givenARange_whenDumped_thenItsRecordsAreThere() throws IOException {
        // when
        var rows = json(GregorRun.of("log", "dump", orders, "--offsets", "64:67", "-o", "json"));
        // then
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("key").asText()).isEqualTo("köy");
        assertThat(rows.get(0).get("headers").toString())
                .isEqualTo("[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"value\":null}]");
        assertThat(rows.get(1).get("value").isNull()).isTrue();
        assertThat(rows.get(2).get("control").asText()).isEqualTo("endTxnMarker: COMMIT coordinatorEpoch: 11");
    }

    @Test
    void givenAFormat_whenDumped_thenLinesFollowIt() {
        // when
        var run = GregorRun.of("log", "dump", orders, "-n", "2", "-f", "%t-%p@%o %k{hex}=%v [%h]\\n");
        // then
        assertThat(run.out()).isEqualTo("orders-0@0 6b65792d30=value 0 []\norders-0@1 6bc3b679=välue [a=1,b=NULL]\n");
    }

    @Test
    void givenAFormatThatIsWrong_whenDumped_thenItIsMisuse() {
        // when
        var run = GregorRun.of("log", "dump", orders, "-f", "%q");
        // then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--format: ");
    }

    @Test
    void givenKafkasOwnTopics_whenDumpedAsJson_thenRecordsAreObjects() throws IOException {
        // when
        var groups = json(GregorRun.of("log", "dump", logs.resolve("__consumer_offsets-0") + "", "-o", "json"));
        var transactions =
                json(GregorRun.of("log", "dump", logs.resolve("__transaction_state-0") + "", "-n", "1", "-o", "json"));
        var shares =
                json(GregorRun.of("log", "dump", logs.resolve("__share_group_state-0") + "", "-n", "1", "-o", "json"));
        var metadata = json(GregorRun.of("log", "dump", logs.resolve("__cluster_metadata-0") + "", "-o", "json"));
        // then
        assertThat(groups.get(0).get("key").get("data").fieldNames())
                .toIterable()
                .containsExactly("group", "topic", "partition");
        assertThat(transactions
                        .get(0)
                        .get("value")
                        .get("data")
                        .get("producerId")
                        .asLong())
                .isEqualTo(9);
        assertThat(shares.get(0).get("key").get("type").asText()).isEqualTo("0");
        assertThat(metadata.get(0).get("control").asText()).startsWith("LeaderChange: {");
        assertThat(metadata.get(5).get("value").get("type").asText()).isEqualTo("REGISTER_BROKER_RECORD");
    }

    @Test
    void givenBatches_whenDumped_thenTheyHaveTheirPositions() throws IOException {
        // when
        var rows = json(GregorRun.of("log", "dump", orders, "--batches", "--offsets", "66:80", "-o", "json"));
        // then
        assertThat(rows.findValuesAsText("position")).containsExactly("2794", "2872", "2987", "0");
        assertThat(rows.findValuesAsText("kind")).containsExactly("control", "transactional", "control", "data");
    }

    @Test
    void givenSingleFiles_whenDumped_thenTheirEntriesAreRows() throws IOException {
        var first = orders + "/00000000000000000000";
        // when
        var index = json(GregorRun.of("log", "dump", first + ".index", "-o", "json"));
        var times = json(GregorRun.of("log", "dump", first + ".timeindex", "-o", "json"));
        var aborted = json(GregorRun.of("log", "dump", first + ".txnindex", "-o", "json"));
        var producers = json(GregorRun.of("log", "dump", orders + "/00000000000000000071.snapshot", "-o", "json"));
        var epochs = json(GregorRun.of("log", "dump", orders + "/leader-epoch-checkpoint", "-o", "json"));
        // then
        assertThat(index.get(0).toString()).isEqualTo("{\"offset\":8,\"position\":228}");
        assertThat(times.get(0).get("timestamp").asLong()).isEqualTo(SampleLogs.TIME_MS + 8);
        assertThat(aborted.get(0).toString())
                .isEqualTo("{\"producerId\":8,\"firstOffset\":67,\"lastOffset\":70,\"lastStableOffset\":71}");
        assertThat(producers.findValuesAsText("producerId")).containsExactly("7", "8", "9");
        assertThat(epochs.findValuesAsText("startOffset")).containsExactly("0", "63", "90");
    }

    @Test
    void givenADamagedSegment_whenDumped_thenWhatCanBeReadIsPrintedAndThePlaceTold() throws IOException {
        // given
        var log = Path.of(orders, "00000000000000000000.log");
        Files.write(log, Files.readAllBytes(logs.resolve("damaged-0/log-size/00000000000000000000.log")));
        // when
        var run = GregorRun.of("log", "dump", orders, "-f", "%o\\n");
        // then
        assertThat(run.out()).startsWith("0\n1\n2\n75\n");
        assertThat(run.err()).contains(log + ": at 114: a batch of 3 bytes");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void givenABatchWithAWrongCrc_whenDumped_thenItIsLeftOutAndToldAndTheOthersAreThere() throws IOException {
        // given
        var log = Path.of(orders, "00000000000000000000.log");
        Files.write(log, Files.readAllBytes(logs.resolve("damaged-0/log-crc/00000000000000000000.log")));
        // when
        var run = GregorRun.of("log", "dump", orders, "-f", "%o ", "-n", "6");
        var offsets = GregorRun.of("log", "offsets", orders, "--segments");
        // then
        assertThat(run.out()).isEqualTo("0 1 2 6 7 8 ");
        assertThat(run.err())
                .contains(log + ": at 114: the batch of offset 3 is left out: its CRC does not match its bytes");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(offsets.err()).isEqualTo(log + ": at 114: the CRC of the batch does not match its bytes\n");
    }

    @Test
    void givenAnUnreadableEnd_whenBatchesAreDumped_thenItIsTold() throws IOException {
        // given
        var log = Path.of(orders, "00000000000000000000.log");
        Files.write(log, Files.readAllBytes(logs.resolve("damaged-0/log-size/00000000000000000000.log")));
        // when
        var run = GregorRun.of("log", "dump", log.toString(), "--batches", "-o", "name");
        // then
        assertThat(run.out()).isEqualTo("0\n");
        assertThat(run.err()).contains(log + ": at 114: a batch of 3 bytes");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void givenOneFileAndARange_whenDumped_thenItsRecordsInTheRangeAreThere() {
        // given
        var second = orders + "/00000000000000000071.log";
        // when
        var last = GregorRun.of("log", "dump", second, "--offsets", "-2:end", "-f", "%o\\n");
        var batches = GregorRun.of("log", "dump", second, "--batches", "-n", "1", "-o", "name");
        // then
        assertThat(last.out()).isEqualTo("93\n94\n");
        assertThat(batches.out()).isEqualTo("0\n");
    }

    @Test
    void givenFilesWithEntries_whenDumpedTogether_thenEachHasATableOfItsOwn() {
        // given
        var index = orders + "/00000000000000000000.index";
        var epochs = orders + "/leader-epoch-checkpoint";
        // when
        var run = GregorRun.of("log", "dump", epochs, index);
        // then
        assertThat(run.out())
                .startsWith(epochs + "\nEPOCH  START-OFFSET\n    3             0\n")
                .contains(index + "\nOFFSET  POSITION\n     8       228\n");
    }

    @Test
    void givenFilesWithEntriesAndWhatIsForRecords_whenDumped_thenItIsMisuse() {
        // given
        var index = orders + "/00000000000000000000.index";
        // when
        var beside = GregorRun.of("log", "dump", index, orders);
        var ranged = GregorRun.of("log", "dump", index, "--offsets", "5:");
        // then
        assertThat(beside.exitCode()).isEqualTo(2);
        assertThat(ranged.exitCode()).isEqualTo(2);
        assertThat(ranged.err()).contains(index + " has no records, but entries");
    }

    @Test
    void givenNumbersBelowZero_whenDumpedOrCounted_thenTheyAreMisuse() {
        assertThat(GregorRun.of("log", "dump", orders, "-n", "-1").exitCode()).isEqualTo(2);
        assertThat(GregorRun.of("log", "stats", orders, "--top", "-1").exitCode())
                .isEqualTo(2);
    }

    @Test
    void givenAFileNamedByMoreThanAnOffset_whenListed_thenItIsNoSegment() throws IOException {
        // given
        Files.createFile(Path.of(orders, "99999999999999999999.log"));
        // when
        var rows = json(GregorRun.of("log", "ls", orders, "-o", "json"));
        // then
        assertThat(rows.get(0).get("segments").asInt()).isEqualTo(2);
    }

    @Test
    void givenAnIndexThatIsLargerThanItsEntries_whenDumped_thenOnlyTheseAreThere() throws IOException {
        // given
        var index = Path.of(orders, "00000000000000000000.index");
        Files.write(index, new byte[64]);
        // when
        var run = GregorRun.of("log", "dump", index.toString(), "-o", "json");
        // then
        assertThat(json(run)).isEmpty();
    }

    @Test
    void givenATransactionIndexOfAnUnknownVersion_whenDumped_thenTheFileIsNamed() {
        // given
        var index = logs.resolve("damaged-0/txn-version/00000000000000000000.txnindex");
        // when
        var run = GregorRun.of("log", "dump", index.toString());
        // then
        assertThat(run.err()).startsWith("gregor log dump: " + index + ": Unexpected aborted transaction version 1");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void givenKeysThatTakeMuchRoom_whenCounted_thenOnlySoManyAreTold() {
        // given
        var keys = new Keys(1_000_000);
        // when
        for (int i = 0; i < 100; i++) {
            keys.add(ByteBuffer.allocate(1 << 20).putInt(0, i), 1);
        }
        // then
        assertThat(keys.distinct()).isEqualTo(64);
        assertThat(keys.overflowed()).isTrue();
        assertThat(keys.top(3)).hasSize(3);
    }
}
