package dev.gregor.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

/** A disk that becomes full under load. Once there is room again, all that was acknowledged is there. */
class FullDiskTest {
    private static final String TOPIC = "filling";
    private static final short PRODUCE_VERSION = 9;
    private static final int PARTITIONS = 2;
    private static final int RECORD_BYTES = 400_000;
    private static final int SMALL_MB = 24;
    private static final int LARGE_MB = 64;
    private static final int MORE_THAN_FITS = 2 * SMALL_MB * 1024 * 1024 / RECORD_BYTES;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    @Test
    void givenOneOfTwoDisks_whenItIsFull_thenItsPartitionsRefuseAndTheOtherServesAndNothingIsLost() throws Exception {
        try (var home = ServerHome.create()) {
            var small = home.folder().resolve("small");
            try (var disk = SmallDisk.mount(small, SMALL_MB)) {
                // given
                home.configure(Map.of("log.dirs", home.data() + "," + small));
                var server = home.start(ServerKind.GREGOR);
                createTopic(home, PARTITIONS);
                int filling = Files.exists(small.resolve(TOPIC + "-0")) ? 0 : 1;
                // when
                int acknowledged = fill(server, filling);
                // then
                try (var connection = RawConnection.open(server.port())) {
                    assertThat(produce(connection, 1 - filling)).isEqualTo(Errors.NONE);
                    assertThat(produce(connection, filling)).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
                }
                assertThat(server.output().lines().filter(line -> line.contains("Log directory " + small)))
                        .singleElement()
                        .asString()
                        .contains("is full", "free some space and restart");
                // and
                assertThat(server.stop()).isEqualTo(143);
                disk.resize(LARGE_MB);
                home.start(ServerKind.GREGOR);
                assertThat(endOffset(home, filling)).isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void givenTheOnlyDisk_whenItIsFull_thenTheBrokerEndsWithOneLineAndNothingIsLost() throws Exception {
        try (var home = ServerHome.create()) {
            try (var disk = SmallDisk.mount(home.data(), SMALL_MB)) {
                // given
                var server = home.start(ServerKind.GREGOR);
                createTopic(home, 1);
                // when
                int acknowledged = fill(server, 0);
                // then
                assertThat(server.awaitExit(ENDS_WITHIN)).isEqualTo(1);
                assertThat(server.output().lines().filter(line -> line.startsWith("kafka-server-start.sh: ")))
                        .singleElement()
                        .asString()
                        .contains("all log.dirs have failed (" + home.data() + ")", "make room");
                // and
                disk.resize(LARGE_MB);
                home.start(ServerKind.GREGOR);
                assertThat(endOffset(home, 0)).isEqualTo(acknowledged);
            }
        }
    }

    private static void createTopic(ServerHome home, int partitions) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", home.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** @return how many records were acknowledged before the first was refused */
    private static int fill(RunningServer server, int partition) throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            for (int acknowledged = 0; acknowledged < MORE_THAN_FITS; acknowledged++) {
                var error = produce(connection, partition);
                if (error != Errors.NONE) {
                    assertThat(error).isEqualTo(Errors.KAFKA_STORAGE_ERROR);
                    return acknowledged;
                }
            }
        }
        throw new AssertionError("more was acknowledged than fits");
    }

    private static Errors produce(RawConnection connection, int partition) throws IOException {
        var data = new ProduceRequestData.PartitionProduceData()
                .setIndex(partition)
                .setRecords(MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(new byte[RECORD_BYTES])));
        var topics = new ProduceRequestData.TopicProduceDataCollection();
        topics.add(new ProduceRequestData.TopicProduceData().setName(TOPIC).setPartitionData(List.of(data)));
        var request =
                new ProduceRequestData().setAcks((short) -1).setTimeoutMs(5_000).setTopicData(topics);
        var answer = (ProduceResponseData) connection.exchange(ApiKeys.PRODUCE, PRODUCE_VERSION, request);
        return Errors.forCode(
                answer.responses().iterator().next().partitionResponses().get(0).errorCode());
    }

    private static long endOffset(ServerHome home, int partition) throws Exception {
        var id = new TopicPartition(TOPIC, partition);
        try (var admin = Admin.create(Map.of("bootstrap.servers", home.bootstrap()))) {
            return admin.listOffsets(Map.of(id, OffsetSpec.latest()))
                    .partitionResult(id)
                    .get()
                    .offset();
        }
    }
}
