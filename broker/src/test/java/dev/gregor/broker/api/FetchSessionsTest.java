package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchMetadata;
import org.junit.jupiter.api.Test;

class FetchSessionsTest {
    private static final boolean CONSUMER = false;
    private static final boolean FOLLOWER = true;
    private static final short BY_NAME = 12;
    private static final short BY_ID = 13;

    private final FetchSessions sessions = new FetchSessions(2, new Random(7));

    @Test
    void givenAllSlotsYoung_whenAnotherConsumerComes_thenItGetsNone() {
        // given
        create(CONSUMER, 1, 0);
        create(CONSUMER, 1, 0);
        // when
        int id = create(CONSUMER, 5, FetchSessions.EVICTION_MS);
        // then
        assertThat(id).isEqualTo(FetchMetadata.INVALID_SESSION_ID);
        assertThat(sessions.size()).isEqualTo(2);
    }

    @Test
    void givenAnUnusedSession_whenASmallOneComes_thenItTakesThePlace() {
        // given
        int stale = create(CONSUMER, 9, 0);
        int used = create(CONSUMER, 9, 10);
        // when
        int id = create(CONSUMER, 1, FetchSessions.EVICTION_MS + 1);
        // then
        assertThat(sessions.session(stale)).isEmpty();
        assertThat(sessions.session(used)).isPresent();
        assertThat(sessions.session(id)).isPresent();
    }

    @Test
    void givenOldButUsedSessions_whenALargerOneComes_thenTheSmallestGoes() {
        // given
        int small = create(CONSUMER, 2, 0);
        int large = create(CONSUMER, 3, 0);
        long nowMs = FetchSessions.EVICTION_MS + 1;
        use(small, nowMs);
        use(large, nowMs);
        // when
        int equal = create(CONSUMER, 2, nowMs);
        int larger = create(CONSUMER, 3, nowMs);
        // then
        assertThat(equal).isEqualTo(FetchMetadata.INVALID_SESSION_ID);
        assertThat(larger).isNotEqualTo(FetchMetadata.INVALID_SESSION_ID);
        assertThat(sessions.session(small)).isEmpty();
        assertThat(sessions.session(large)).isPresent();
    }

    @Test
    void givenYoungConsumers_whenAFollowerComes_thenAConsumersGoes() {
        // given
        create(CONSUMER, 3, 0);
        create(CONSUMER, 4, 0);
        // when
        int id = create(FOLLOWER, 1, 1);
        // then
        assertThat(id).isNotEqualTo(FetchMetadata.INVALID_SESSION_ID);
        assertThat(sessions.size()).isEqualTo(2);
    }

    @Test
    void givenASession_whenItsEpochsAreOffOrTheTopicsNamedOtherwise_thenItRefuses() {
        // given
        var session = sessions.session(create(CONSUMER, 1, 0)).orElseThrow();
        // when, then
        assertThat(session.begin(BY_NAME, request(2), 1)).isEqualTo(Errors.INVALID_FETCH_SESSION_EPOCH);
        assertThat(session.begin(BY_ID, request(1), 1)).isEqualTo(Errors.FETCH_SESSION_TOPIC_ID_ERROR);
        assertThat(session.begin(BY_NAME, request(1), 1)).isEqualTo(Errors.NONE);
        assertThat(session.begin(BY_NAME, request(1), 1)).isEqualTo(Errors.INVALID_FETCH_SESSION_EPOCH);
        assertThat(session.begin(BY_NAME, request(2), 1)).isEqualTo(Errors.NONE);
    }

    @Test
    void givenChanges_whenARequestBringsThem_thenPartitionsAreAddedUpdatedAndForgotten() {
        // given
        var session = sessions.session(create(CONSUMER, 3, 0)).orElseThrow();
        var changes = request(1);
        var topic = new FetchRequestData.FetchTopic().setTopic("t");
        topic.partitions()
                .add(new FetchRequestData.FetchPartition().setPartition(1).setFetchOffset(42));
        topic.partitions()
                .add(new FetchRequestData.FetchPartition().setPartition(8).setFetchOffset(8));
        changes.topics().add(topic);
        changes.forgottenTopicsData()
                .add(new FetchRequestData.ForgottenTopic().setTopic("t").setPartitions(List.of(0)));
        // when
        session.begin(BY_NAME, changes, 1);
        // then
        assertThat(session.partitions()).extracting(FetchPartition::index).containsExactly(1, 2, 8);
        assertThat(session.partitions()).extracting(FetchPartition::fetchOffset).containsExactly(42L, 0L, 8L);
    }

    @Test
    void givenToldRows_whenToldAgain_thenOnlyNewsAndErrorsRemain() {
        // given
        var session = sessions.session(create(CONSUMER, 3, 0)).orElseThrow();
        session.begin(BY_NAME, request(1), 1);
        session.keepNews(1, rows(session, 5, 5, 5));
        session.begin(BY_NAME, request(2), 1);
        var rows = rows(session, 5, 6, 5);
        rows.get(2).data().setErrorCode(Errors.NOT_LEADER_OR_FOLLOWER.code());
        // when
        var error = session.keepNews(2, rows);
        // then
        assertThat(error).isEqualTo(Errors.NONE);
        assertThat(rows).extracting(row -> row.request().index()).containsExactly(1, 2);
        session.begin(BY_NAME, request(3), 1);
        var afterError = rows(session, 5, 6, 5);
        session.keepNews(3, afterError);
        assertThat(afterError).extracting(row -> row.request().index()).containsExactly(2);
    }

    @Test
    void givenAnotherRequestMeanwhile_whenTheFirstIsAnswered_thenItsEpochIsInvalid() {
        // given
        var session = sessions.session(create(CONSUMER, 1, 0)).orElseThrow();
        session.begin(BY_NAME, request(1), 1);
        session.begin(BY_NAME, request(2), 1);
        // when
        var error = session.keepNews(1, rows(session, 1));
        // then
        assertThat(error).isEqualTo(Errors.INVALID_FETCH_SESSION_EPOCH);
    }

    private int create(boolean fromFollower, int partitions, long nowMs) {
        var list = new ArrayList<FetchPartition>();
        for (int i = 0; i < partitions; i++) {
            list.add(new FetchPartition("t", Uuid.ZERO_UUID, i));
        }
        return sessions.create(fromFollower, false, list, nowMs);
    }

    private void use(int id, long nowMs) {
        var session = sessions.session(id).orElseThrow();
        assertThat(session.begin(BY_NAME, request(1), nowMs)).isEqualTo(Errors.NONE);
    }

    private static FetchRequestData request(int epoch) {
        return new FetchRequestData().setSessionEpoch(epoch);
    }

    private static List<FetchedPartition> rows(FetchSession session, long... highWatermarks) {
        var rows = new ArrayList<FetchedPartition>();
        for (int i = 0; i < highWatermarks.length; i++) {
            var data =
                    new FetchResponseData.PartitionData().setPartitionIndex(i).setHighWatermark(highWatermarks[i]);
            rows.add(new FetchedPartition(session.partitions().get(i), data));
        }
        return rows;
    }
}
