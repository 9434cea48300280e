package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.LoadedBroker;
import dev.gregor.broker.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.DeleteRecordsRequestData;
import org.apache.kafka.common.message.DeleteRecordsResponseData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.OffsetForLeaderEpochRequestData;
import org.apache.kafka.common.message.OffsetForLeaderEpochResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Produce, fetch and the APIs around offsets, over a socket, on real logs. */
class RecordPathTest {
    private static final short PRODUCE_V = 13;
    private static final short FETCH_V = 17;
    private static final String TOPIC = "orders";

    @TempDir
    Path folder;

    private LoadedBroker broker;
    private RawClient client;
    private Uuid topicId;

    @BeforeEach
    void start() throws IOException {
        broker = new LoadedBroker(folder, 0, 2);
        topicId = broker.createTopic(TOPIC, 3);
        client = new RawClient(broker.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        broker.close();
    }

    // ---- produce

    @Test
    void givenEveryVersion_whenProducedAndFetched_thenRecordsComeBackInOrder() throws IOException {
        // given
        var sent = new ArrayList<String>();
        for (short version = ApiKeys.PRODUCE.oldestVersion();
                version <= ApiKeys.PRODUCE.latestVersion(false);
                version++) {
            // when
            client.send(ApiKeys.PRODUCE, version, version, produce(version, (short) -1, 0, records("v" + version)));
            var row = row(client.receive(ApiKeys.PRODUCE, version, new ProduceResponseData()));
            // then
            assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.NONE);
            assertThat(row.baseOffset()).isEqualTo(sent.size());
            sent.add("v" + version);
        }
        for (short version = ApiKeys.FETCH.oldestVersion(); version <= ApiKeys.FETCH.latestVersion(false); version++) {
            client.send(ApiKeys.FETCH, version, version, fetch(version, 0, 0, 0));
            var answer = client.receive(ApiKeys.FETCH, version, new FetchResponseData());
            assertThat(values(partition(answer))).isEqualTo(sent);
            assertThat(partition(answer).highWatermark()).isEqualTo(sent.size());
        }
    }

    @Test
    void givenNoAcks_whenProduced_thenThereIsNoAnswerAndTheRecordsAreThere() throws IOException {
        // given
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 0, 0, records("a")));
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 2, fetch(FETCH_V, 0, 0, 5_000));
        // then
        assertThat(values(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))))
                .containsExactly("a");
    }

    @Test
    void givenNoAcksAndAnUnknownTopic_whenProduced_thenTheConnectionIsClosed() throws IOException {
        // given
        var request = produce((short) 12, (short) 0, 0, records("a"));
        request.topicData().iterator().next().setName("nowhere");
        // when
        client.send(ApiKeys.PRODUCE, 12, 1, request);
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenOneBadPartition_whenProduced_thenTheOthersAreWritten() throws IOException {
        // given
        var request = produce((short) 12, (short) -1, 0, records("a"));
        var rows = request.topicData().iterator().next().partitionData();
        rows.add(new ProduceRequestData.PartitionProduceData().setIndex(9).setRecords(records("b")));
        rows.add(new ProduceRequestData.PartitionProduceData().setIndex(1).setRecords(MemoryRecords.EMPTY));
        rows.add(new ProduceRequestData.PartitionProduceData().setIndex(2).setRecords(null));
        // when
        client.send(ApiKeys.PRODUCE, 12, 1, request);
        // then
        var answers = client.receive(ApiKeys.PRODUCE, 12, new ProduceResponseData())
                .responses()
                .iterator()
                .next()
                .partitionResponses();
        assertThat(answers.stream().map(it -> Errors.forCode(it.errorCode())))
                .containsExactly(
                        Errors.NONE, Errors.UNKNOWN_TOPIC_OR_PARTITION, Errors.INVALID_RECORD, Errors.INVALID_RECORD);
        assertThat(answers.get(1).baseOffset()).isEqualTo(-1);
    }

    @Test
    void givenUnknownTopicId_whenProduced_thenItIsNamedAsSuch() throws IOException {
        // given
        var request = produce(PRODUCE_V, (short) 1, 0, records("a"));
        request.topicData().iterator().next().setTopicId(Uuid.randomUuid());
        // when
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, request);
        // then
        var row = row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()));
        assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.UNKNOWN_TOPIC_ID);
    }

    @Test
    void givenAcksThatDoNotExist_whenProduced_thenTheyAreRefused() throws IOException {
        // when
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 2, 0, records("a")));
        // then
        var row = row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()));
        assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.INVALID_REQUIRED_ACKS);
    }

    @Test
    void givenACorruptBatch_whenProduced_thenCorruptMessageAndTheNextOneIsWritten() throws IOException {
        // given
        var corrupt = records("abc");
        corrupt.buffer().put(corrupt.buffer().limit() - 2, (byte) 0);
        // when
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) -1, 0, corrupt));
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 2, produce(PRODUCE_V, (short) -1, 0, records("abc")));
        // then
        var first = row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()));
        var second = row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()));
        assertThat(Errors.forCode(first.errorCode())).isEqualTo(Errors.CORRUPT_MESSAGE);
        assertThat(second.baseOffset()).isZero();
    }

    @Test
    void givenTransactionalBatchWithoutItsId_whenProduced_thenNothingIsWritten() throws IOException {
        // given
        var transactional = MemoryRecords.withTransactionalRecords(
                Compression.NONE, 5L, (short) 0, 0, new SimpleRecord("a".getBytes(StandardCharsets.UTF_8)));
        // when
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) -1, 0, transactional));
        // then
        var row = row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()));
        assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
        assertThat(broker.replicas().partition(TOPIC, 0).orElseThrow().log().logEndOffset())
                .isZero();
    }

    @Test
    void givenLeadershipElsewhere_whenProduced_thenTheLeaderIsHinted() throws IOException {
        // given
        broker.replicas().close();
        // when
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) -1, 0, records("a")));
        // then
        var answer = client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData());
        assertThat(Errors.forCode(row(answer).errorCode())).isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
        assertThat(row(answer).currentLeader().leaderId()).isEqualTo(LoadedBroker.BROKER_ID);
        assertThat(answer.nodeEndpoints().find(LoadedBroker.BROKER_ID).port())
                .isEqualTo(broker.address().getPort());
    }

    // ---- fetch

    @Test
    void givenNothingToRead_whenARecordComes_thenTheWaitingFetchHasIt() throws IOException {
        // given
        client.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, 0, 30_000));
        try (var producer = new RawClient(broker.address())) {
            long startNs = System.nanoTime();
            // when
            producer.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("late")));
            // then
            assertThat(values(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))))
                    .containsExactly("late");
            assertThat(System.nanoTime() - startNs).isLessThan(TimeUnit.SECONDS.toNanos(20));
        }
    }

    @Test
    void givenNothingToRead_whenTheTimeIsUp_thenTheAnswerIsEmpty() throws IOException {
        // given
        long startNs = System.nanoTime();
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, 0, 200));
        // then
        var answer = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        assertThat(values(partition(answer))).isEmpty();
        assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(199));
    }

    @Test
    void givenMinBytes_whenTooLittleComes_thenTheFetchWaitsForMore() throws IOException {
        // given
        var request = fetch(FETCH_V, 0, 0, 30_000).setMinBytes(300);
        client.send(ApiKeys.FETCH, FETCH_V, 1, request);
        try (var producer = new RawClient(broker.address())) {
            // when
            for (int i = 0; i < 3; i++) {
                producer.send(ApiKeys.PRODUCE, PRODUCE_V, i, produce(PRODUCE_V, (short) 1, 0, records("x".repeat(50))));
                producer.receive();
            }
            // then
            assertThat(values(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))))
                    .hasSize(3);
        }
    }

    @Test
    void givenLeadershipEnds_whenAFetchWaits_thenItIsToldSo() throws IOException {
        // given
        client.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, 0, 30_000));
        // when
        broker.replicas().close();
        // then
        var answer = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        assertThat(Errors.forCode(partition(answer).errorCode())).isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
        assertThat(answer.nodeEndpoints()).hasSize(1);
    }

    @Test
    void givenLargeAndSmallBatches_whenFetched_thenBytesAreEqual() throws IOException {
        // given
        var values = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var value = ("" + i).repeat(1 + i * i * 50);
            values.add(value);
            client.send(ApiKeys.PRODUCE, PRODUCE_V, i, produce(PRODUCE_V, (short) 1, i % 3, records(value)));
            client.receive();
        }
        // when
        var request = fetch(FETCH_V, 0, 0, 0);
        for (int partition = 1; partition < 3; partition++) {
            request.topics().get(0).partitions().add(fetchPartition(partition, 0));
        }
        client.send(ApiKeys.FETCH, FETCH_V, 1, request);
        // then
        var answer = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        var found = new ArrayList<String>();
        answer.responses().get(0).partitions().forEach(it -> found.addAll(values(it)));
        assertThat(found).containsExactlyInAnyOrderElementsOf(values);
    }

    @Test
    void givenMaxBytesBelowTheFirstBatch_whenFetched_thenThatBatchComesAlone() throws IOException {
        // given
        for (int i = 0; i < 2; i++) {
            client.send(ApiKeys.PRODUCE, PRODUCE_V, i, produce(PRODUCE_V, (short) 1, i, records("y".repeat(1_000))));
            client.receive();
        }
        var request = fetch(FETCH_V, 0, 0, 0).setMaxBytes(10);
        request.topics().get(0).partitions().add(fetchPartition(1, 0));
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 1, request);
        // then
        var rows = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData())
                .responses()
                .get(0)
                .partitions();
        assertThat(values(rows.get(0))).hasSize(1);
        assertThat(values(rows.get(1))).isEmpty();
    }

    @Test
    void givenOffsetsOutsideOfTheLog_whenFetched_thenOutOfRangeAtOnce() throws IOException {
        for (long offset : new long[] {-1, 5}) {
            // when
            client.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, offset, 30_000));
            // then
            var row = partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()));
            assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.OFFSET_OUT_OF_RANGE);
            assertThat(row.highWatermark()).isEqualTo(-1);
        }
    }

    @Test
    void givenLeaderEpochsOfClients_whenFetched_thenOldOnesAreFencedAndNewOnesUnknown() throws IOException {
        // given
        broker.lead(TOPIC, topicId, 0, 7);
        // when, then
        assertThat(errorOfFetchWithEpoch(6)).isEqualTo(Errors.FENCED_LEADER_EPOCH);
        assertThat(errorOfFetchWithEpoch(7)).isEqualTo(Errors.NONE);
        assertThat(errorOfFetchWithEpoch(8)).isEqualTo(Errors.UNKNOWN_LEADER_EPOCH);
    }

    @Test
    void givenTwoEpochs_whenAFetcherOfTheOldOneIsBeyondItsEnd_thenItDiverges() throws IOException {
        // given
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("a")));
        client.receive();
        broker.lead(TOPIC, topicId, 0, 3);
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 2, produce(PRODUCE_V, (short) 1, 0, records("b")));
        client.receive();
        var request = fetch(FETCH_V, 0, 2, 30_000);
        request.topics().get(0).partitions().get(0).setLastFetchedEpoch(0);
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 3, request);
        // then
        var row = partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()));
        assertThat(row.divergingEpoch().epoch()).isZero();
        assertThat(row.divergingEpoch().endOffset()).isEqualTo(1);
    }

    @Test
    void givenASession_whenNothingChanged_thenNothingIsToldUntilSomethingDoes() throws IOException {
        // given
        var first = fetch(FETCH_V, 0, 0, 0).setSessionEpoch(0);
        client.send(ApiKeys.FETCH, FETCH_V, 1, first);
        var opened = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        assertThat(opened.sessionId()).isPositive();
        assertThat(opened.responses()).hasSize(1);
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 2, incremental(opened.sessionId(), 1));
        var quiet = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 3, produce(PRODUCE_V, (short) 1, 0, records("news")));
        client.receive();
        client.send(ApiKeys.FETCH, FETCH_V, 4, incremental(opened.sessionId(), 2));
        var news = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        client.send(ApiKeys.FETCH, FETCH_V, 5, incremental(opened.sessionId(), 2));
        var repeated = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        // then
        assertThat(quiet.responses()).isEmpty();
        assertThat(values(partition(news))).containsExactly("news");
        assertThat(Errors.forCode(repeated.errorCode())).isEqualTo(Errors.INVALID_FETCH_SESSION_EPOCH);
    }

    @Test
    void givenNoSuchSession_whenFetchedIncrementally_thenItIsNotFound() throws IOException {
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 1, incremental(4_711, 1));
        // then
        var answer = client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData());
        assertThat(Errors.forCode(answer.errorCode())).isEqualTo(Errors.FETCH_SESSION_ID_NOT_FOUND);
    }

    @Test
    void givenReadCommitted_whenFetched_thenTheAbortedListIsEmptyNotAbsent() throws IOException {
        // when
        client.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, 0, 0).setIsolationLevel((byte) 1));
        client.send(ApiKeys.FETCH, FETCH_V, 2, fetch(FETCH_V, 0, 0, 0));
        // then
        assertThat(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))
                        .abortedTransactions())
                .isEmpty();
        assertThat(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))
                        .abortedTransactions())
                .isNull();
    }

    @Test
    void givenSomebodyWhoClaimsToFollow_whenItFetches_thenItSeesNothing() throws IOException {
        // given
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("a")));
        client.receive();
        var request = fetch((short) 12, 0, 0, 0).setReplicaId(7);
        // when
        client.send(ApiKeys.FETCH, 12, 2, request);
        // then
        var row = partition(client.receive(ApiKeys.FETCH, 12, new FetchResponseData()));
        assertThat(Errors.forCode(row.errorCode())).isEqualTo(Errors.NOT_LEADER_OR_FOLLOWER);
        assertThat(row.records().sizeInBytes()).isZero();
    }

    @Test
    void givenAClientThatLeaves_whenItsFetchWaits_thenNobodyWaitsForItAnyMore() throws IOException {
        // given
        var leaving = new RawClient(broker.address());
        leaving.send(ApiKeys.FETCH, FETCH_V, 1, fetch(FETCH_V, 0, 0, 30_000));
        // when
        leaving.close();
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("a")));
        // then
        assertThat(row(client.receive(ApiKeys.PRODUCE, PRODUCE_V, new ProduceResponseData()))
                        .errorCode())
                .isZero();
    }

    // ---- offsets

    @Test
    void givenRecords_whenOffsetsAreListed_thenEachSpecialTimestampGivesKafkasAnswer() throws IOException {
        // given
        for (long timestamp : new long[] {1_000, 3_000, 2_000}) {
            var records = MemoryRecords.withRecords(
                    Compression.NONE, new SimpleRecord(timestamp, "v".getBytes(StandardCharsets.UTF_8)));
            client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records));
            client.receive();
        }
        // when, then
        assertThat(listed(-1, 10).offset()).isEqualTo(3);
        assertThat(listed(-1, 10).leaderEpoch()).isZero();
        assertThat(listed(-2, 10).offset()).isZero();
        assertThat(listed(-3, 10).offset()).isEqualTo(1);
        assertThat(listed(-3, 10).timestamp()).isEqualTo(3_000);
        assertThat(listed(-4, 10).offset()).isZero();
        assertThat(listed(-5, 10).offset()).isEqualTo(-1);
        assertThat(listed(-6, 11).offset()).isEqualTo(-1);
        assertThat(listed(1_500, 10).offset()).isEqualTo(1);
        assertThat(listed(1_500, 10).timestamp()).isEqualTo(3_000);
        assertThat(listed(9_000, 10).offset()).isEqualTo(-1);
        assertThat(Errors.forCode(listed(-3, 6).errorCode())).isEqualTo(Errors.UNSUPPORTED_VERSION);
        assertThat(Errors.forCode(listed(-99, 10).errorCode())).isEqualTo(Errors.UNSUPPORTED_VERSION);
    }

    @Test
    void givenTheSamePartitionTwice_whenOffsetsAreListed_thenBothAreRefused() throws IOException {
        // given
        var request = listOffsets(-1);
        request.topics()
                .get(0)
                .partitions()
                .add(request.topics().get(0).partitions().get(0).duplicate());
        // when
        client.send(ApiKeys.LIST_OFFSETS, 10, 1, request);
        // then
        var rows = client.receive(ApiKeys.LIST_OFFSETS, 10, new ListOffsetsResponseData())
                .topics()
                .get(0)
                .partitions();
        assertThat(rows.stream().map(it -> Errors.forCode(it.errorCode())))
                .containsExactly(Errors.INVALID_REQUEST, Errors.INVALID_REQUEST);
    }

    @Test
    void givenEpochs_whenTheirEndsAreAsked_thenTheyAreTold() throws IOException {
        // given
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("a", "b")));
        client.receive();
        broker.lead(TOPIC, topicId, 0, 4);
        // when
        var old = endOfEpoch(0, 4);
        var current = endOfEpoch(4, 4);
        var fenced = endOfEpoch(0, 3);
        var unknown = endOfEpoch(9, 4);
        // then
        assertThat(old.leaderEpoch()).isZero();
        assertThat(old.endOffset()).isEqualTo(2);
        assertThat(current.endOffset()).isEqualTo(2);
        assertThat(Errors.forCode(fenced.errorCode())).isEqualTo(Errors.FENCED_LEADER_EPOCH);
        assertThat(unknown.endOffset()).isEqualTo(-1);
    }

    @Test
    void givenRecords_whenDeletedUpTo_thenTheLogStartsThereAndNoFurther() throws IOException {
        // given
        client.send(ApiKeys.PRODUCE, PRODUCE_V, 1, produce(PRODUCE_V, (short) 1, 0, records("a", "b", "c")));
        client.receive();
        // when
        var two = deleted(2);
        var beyond = deleted(4);
        var all = deleted(-1);
        // then
        assertThat(two.lowWatermark()).isEqualTo(2);
        assertThat(Errors.forCode(beyond.errorCode())).isEqualTo(Errors.OFFSET_OUT_OF_RANGE);
        assertThat(beyond.lowWatermark()).isEqualTo(-1);
        assertThat(all.lowWatermark()).isEqualTo(3);
    }

    private Errors errorOfFetchWithEpoch(int leaderEpoch) throws IOException {
        var request = fetch(FETCH_V, 0, 0, 0);
        request.topics().get(0).partitions().get(0).setCurrentLeaderEpoch(leaderEpoch);
        client.send(ApiKeys.FETCH, FETCH_V, 1, request);
        return Errors.forCode(partition(client.receive(ApiKeys.FETCH, FETCH_V, new FetchResponseData()))
                .errorCode());
    }

    private OffsetForLeaderEpochResponseData.EpochEndOffset endOfEpoch(int epoch, int currentEpoch) throws IOException {
        var topic = new OffsetForLeaderEpochRequestData.OffsetForLeaderTopic().setTopic(TOPIC);
        topic.partitions()
                .add(new OffsetForLeaderEpochRequestData.OffsetForLeaderPartition()
                        .setPartition(0)
                        .setLeaderEpoch(epoch)
                        .setCurrentLeaderEpoch(currentEpoch));
        var request = new OffsetForLeaderEpochRequestData().setReplicaId(-1);
        request.topics().add(topic);
        client.send(ApiKeys.OFFSET_FOR_LEADER_EPOCH, 4, 1, request);
        return client.receive(ApiKeys.OFFSET_FOR_LEADER_EPOCH, 4, new OffsetForLeaderEpochResponseData())
                .topics()
                .iterator()
                .next()
                .partitions()
                .get(0);
    }

    private DeleteRecordsResponseData.DeleteRecordsPartitionResult deleted(long offset) throws IOException {
        var request = new DeleteRecordsRequestData()
                .setTimeoutMs(1_000)
                .setTopics(List.of(new DeleteRecordsRequestData.DeleteRecordsTopic()
                        .setName(TOPIC)
                        .setPartitions(List.of(new DeleteRecordsRequestData.DeleteRecordsPartition()
                                .setPartitionIndex(0)
                                .setOffset(offset)))));
        client.send(ApiKeys.DELETE_RECORDS, 2, 1, request);
        return client.receive(ApiKeys.DELETE_RECORDS, 2, new DeleteRecordsResponseData())
                .topics()
                .find(TOPIC)
                .partitions()
                .find(0);
    }

    private ListOffsetsResponseData.ListOffsetsPartitionResponse listed(long timestamp, int version)
            throws IOException {
        client.send(ApiKeys.LIST_OFFSETS, version, 1, listOffsets(timestamp));
        return client.receive(ApiKeys.LIST_OFFSETS, version, new ListOffsetsResponseData())
                .topics()
                .get(0)
                .partitions()
                .get(0);
    }

    private static ListOffsetsRequestData listOffsets(long timestamp) {
        var topic = new ListOffsetsRequestData.ListOffsetsTopic().setName(TOPIC);
        topic.partitions()
                .add(new ListOffsetsRequestData.ListOffsetsPartition()
                        .setPartitionIndex(0)
                        .setTimestamp(timestamp));
        var request = new ListOffsetsRequestData().setReplicaId(-1);
        request.topics().add(topic);
        return request;
    }

    private ProduceRequestData produce(short version, short acks, int partition, MemoryRecords records) {
        var topic = new ProduceRequestData.TopicProduceData();
        if (version >= 13) {
            topic.setTopicId(topicId);
        } else {
            topic.setName(TOPIC);
        }
        topic.partitionData()
                .add(new ProduceRequestData.PartitionProduceData()
                        .setIndex(partition)
                        .setRecords(records));
        var request = new ProduceRequestData().setAcks(acks).setTimeoutMs(5_000);
        request.topicData().add(topic);
        return request;
    }

    private FetchRequestData fetch(short version, int partition, long offset, int maxWaitMs) {
        var topic = new FetchRequestData.FetchTopic();
        if (version >= 13) {
            topic.setTopicId(topicId);
        } else {
            topic.setTopic(TOPIC);
        }
        topic.partitions().add(fetchPartition(partition, offset));
        var request = new FetchRequestData()
                .setMaxWaitMs(maxWaitMs)
                .setMinBytes(1)
                .setMaxBytes(50 << 20)
                .setSessionEpoch(-1);
        request.topics().add(topic);
        return request;
    }

    private static FetchRequestData.FetchPartition fetchPartition(int partition, long offset) {
        return new FetchRequestData.FetchPartition()
                .setPartition(partition)
                .setFetchOffset(offset)
                .setPartitionMaxBytes(1 << 20);
    }

    private static FetchRequestData incremental(int sessionId, int epoch) {
        return new FetchRequestData()
                .setSessionId(sessionId)
                .setSessionEpoch(epoch)
                .setMaxBytes(1 << 20)
                .setMinBytes(1)
                .setMaxWaitMs(0);
    }

    private static ProduceResponseData.PartitionProduceResponse row(ProduceResponseData response) {
        return response.responses().iterator().next().partitionResponses().get(0);
    }

    private static FetchResponseData.PartitionData partition(FetchResponseData response) {
        return response.responses().get(0).partitions().get(0);
    }

    private static MemoryRecords records(String... values) {
        var records = new SimpleRecord[values.length];
        for (int i = 0; i < values.length; i++) {
            records[i] = new SimpleRecord(System.currentTimeMillis(), values[i].getBytes(StandardCharsets.UTF_8));
        }
        return MemoryRecords.withRecords(Compression.NONE, records);
    }

    private static List<String> values(FetchResponseData.PartitionData partition) {
        var values = new ArrayList<String>();
        ((MemoryRecords) partition.records())
                .records()
                .forEach(record ->
                        values.add(StandardCharsets.UTF_8.decode(record.value()).toString()));
        return values;
    }
}
