package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.group.Await;
import dev.gregor.broker.group.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.internals.ConsumerProtocol;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.message.ConsumerGroupDescribeRequestData;
import org.apache.kafka.common.message.ConsumerGroupDescribeResponseData;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatResponseData;
import org.apache.kafka.common.message.DeleteGroupsRequestData;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.message.DescribeGroupsRequestData;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.DescribeGroupsResponseData.DescribedGroup;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.HeartbeatResponseData;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocol;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocolCollection;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.message.LeaveGroupResponseData;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.OffsetDeleteRequestData;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestPartition;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestTopic;
import org.apache.kafka.common.message.OffsetDeleteRequestData.OffsetDeleteRequestTopicCollection;
import org.apache.kafka.common.message.OffsetDeleteResponseData;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupRequestData.SyncGroupRequestAssignment;
import org.apache.kafka.common.message.SyncGroupResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.security.authorizer.AclEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GroupHandlersTest {
    private static final byte GROUP = 0;
    private static final byte TRANSACTION = 1;
    private static final byte SHARE = 2;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Wire wire;

    @BeforeEach
    void start() {
        cluster = new TestCluster(folder);
        cluster.createTopic("orders", 2);
        wire = new Wire(cluster);
    }

    @AfterEach
    void close() {
        wire.close();
        cluster.close();
    }

    @Test
    void givenNoOffsetsTopic_whenACoordinatorIsSought_thenItIsNotAvailableYet() {
        for (int version = 0; version < 4; version++) {
            FindCoordinatorResponseData found = wire.ask(new FindCoordinatorRequestData().setKey("g"), version);
            assertThat(Errors.forCode(found.errorCode())).isEqualTo(Errors.COORDINATOR_NOT_AVAILABLE);
            assertThat(found.nodeId()).isEqualTo(-1);
        }
    }

    @Test
    void givenTheOffsetsTopic_whenACoordinatorIsSought_thenItIsThePartitionsLeader() {
        // given
        cluster.createOffsetsTopic();
        // when
        FindCoordinatorResponseData one = wire.ask(new FindCoordinatorRequestData().setKey("g"), 3);
        FindCoordinatorResponseData many = wire.ask(findAll(GROUP, "g", "h"), 6);
        // then
        assertThat(one.errorCode()).isZero();
        assertThat(one.nodeId()).isEqualTo(TestCluster.NODE.id());
        assertThat(one.port()).isEqualTo(TestCluster.NODE.port());
        assertThat(many.coordinators())
                .extracting(row -> row.key() + " " + row.nodeId() + " " + row.errorCode())
                .containsExactly("g 1 0", "h 1 0");
    }

    @Test
    void givenTypesWithoutACoordinator_whenTheyAreSought_thenTheRowSaysSo() {
        FindCoordinatorResponseData transactions = wire.ask(findAll(TRANSACTION, "t"), 6);
        FindCoordinatorResponseData shares = wire.ask(findAll(SHARE, "g:" + Uuid.randomUuid() + ":0", "g"), 6);
        FindCoordinatorResponseData oldShares = wire.ask(findAll(SHARE, "g:" + Uuid.randomUuid() + ":0"), 5);
        FindCoordinatorResponseData unknown = wire.ask(findAll((byte) 9, "g"), 6);

        assertThat(errors(transactions)).containsExactly(Errors.COORDINATOR_NOT_AVAILABLE);
        assertThat(errors(shares)).containsExactly(Errors.COORDINATOR_NOT_AVAILABLE, Errors.INVALID_REQUEST);
        assertThat(errors(oldShares)).containsExactly(Errors.INVALID_REQUEST);
        assertThat(errors(unknown)).containsExactly(Errors.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void givenAClassicGroup_whenItsMemberLives_thenEachStepIsAnswered(int step) {
        // given
        cluster.createOffsetsTopic();
        // when
        var joined = join("g", Math.min(step * 2, 9));
        SyncGroupResponseData synced = wire.ask(sync(joined), Math.min(step, 5));
        HeartbeatResponseData beat = wire.ask(heartbeat(joined), Math.min(step, 4));
        LeaveGroupResponseData left = wire.ask(leave(joined, step), step);
        HeartbeatResponseData late = wire.ask(heartbeat(joined), Math.min(step, 4));
        // then
        assertThat(joined.errorCode()).isZero();
        assertThat(joined.leader()).isEqualTo(joined.memberId());
        assertThat(synced.errorCode()).isZero();
        assertThat(synced.assignment()).containsExactly(7, 8);
        assertThat(beat.errorCode()).isZero();
        assertThat(left.errorCode()).isZero();
        assertThat(Errors.forCode(late.errorCode())).isEqualTo(Errors.UNKNOWN_MEMBER_ID);
    }

    @Test
    void givenNobodyToLeave_whenAnOldClientLeaves_thenTheMembersErrorIsTheResponses() {
        // given
        cluster.createOffsetsTopic();
        join("g", 9);
        // when
        LeaveGroupResponseData left =
                wire.ask(new LeaveGroupRequestData().setGroupId("g").setMemberId("nobody"), 2);
        // then
        assertThat(Errors.forCode(left.errorCode())).isEqualTo(Errors.UNKNOWN_MEMBER_ID);
    }

    @Test
    void givenNoProtocolInASync_whenTheVersionWantsOne_thenItIsInconsistent() {
        SyncGroupResponseData synced = wire.ask(
                new SyncGroupRequestData().setGroupId("g").setMemberId("m").setProtocolType("consumer"), 5);
        assertThat(Errors.forCode(synced.errorCode())).isEqualTo(Errors.INCONSISTENT_GROUP_PROTOCOL);
    }

    @Test
    void givenTwoMembers_whenTheSecondJoins_thenTheFirstLearnsOfItAndBothShareTheGeneration() throws Exception {
        // given
        cluster.createOffsetsTopic();
        var first = join("g", 9);
        wire.ask(sync(first), 5);
        // when
        JoinGroupResponseData asked = wire.ask(joinRequest("g", ""), 9);
        var second = wire.<JoinGroupResponseData>send(joinRequest("g", asked.memberId()), 9);
        Await.until(() -> wire.<HeartbeatResponseData>ask(heartbeat(first), 4).errorCode()
                == Errors.REBALANCE_IN_PROGRESS.code());
        JoinGroupResponseData again = wire.ask(joinRequest("g", first.memberId()), 9);
        // then
        assertThat(again.generationId()).isEqualTo(2);
        assertThat(second.get(10, TimeUnit.SECONDS).generationId()).isEqualTo(2);
        assertThat(again.members()).hasSize(2);
    }

    @Test
    void givenAGroup_whenListedDescribedAndDeleted_thenEachAnswerIsKafkas() {
        // given
        cluster.createOffsetsTopic();
        var joined = join("g", 9);
        wire.ask(sync(joined), 5);
        // when
        ListGroupsResponseData listed = listed(new ListGroupsRequestData(), 5);
        DescribeGroupsResponseData described = wire.ask(
                new DescribeGroupsRequestData().setGroups(List.of("g", "none")).setIncludeAuthorizedOperations(true),
                6);
        DeleteGroupsResponseData refused = wire.ask(delete("g", "none", "g"), 2);
        wire.ask(leave(joined, 5), 5);
        DeleteGroupsResponseData deleted = wire.ask(delete("g"), 2);
        // then
        assertThat(listed.groups()).singleElement().satisfies(group -> {
            assertThat(group.groupId()).isEqualTo("g");
            assertThat(group.groupState()).isEqualTo("Stable");
            assertThat(group.groupType()).isEqualTo("classic");
        });
        var alive = row(described, "g");
        assertThat(alive.members())
                .singleElement()
                .satisfies(member -> assertThat(member.memberAssignment()).containsExactly(7, 8));
        assertThat(alive.authorizedOperations()).isEqualTo(allOperations());
        assertThat(Errors.forCode(row(described, "none").errorCode())).isEqualTo(Errors.GROUP_ID_NOT_FOUND);
        assertThat(refused.results())
                .extracting(row -> row.groupId() + " " + Errors.forCode(row.errorCode()))
                .containsExactlyInAnyOrder("g NON_EMPTY_GROUP", "none GROUP_ID_NOT_FOUND");
        assertThat(deleted.results())
                .singleElement()
                .satisfies(row -> assertThat(row.errorCode()).isZero());
    }

    @Test
    void givenUnknownTopics_whenOffsetsAreDeleted_thenTheirRowsSaySo() {
        // given
        cluster.createOffsetsTopic();
        join("g", 9);
        // when
        OffsetDeleteResponseData deleted = wire.ask(offsetDelete("g"), 0);
        OffsetDeleteResponseData noGroup = wire.ask(offsetDelete("none"), 0);
        // then
        assertThat(deleted.topics().find("nowhere").partitions().find(0).errorCode())
                .isEqualTo(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
        assertThat(deleted.topics().find("orders").partitions().find(9).errorCode())
                .isEqualTo(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
        assertThat(deleted.topics().find("orders").partitions().find(0).errorCode())
                .isZero();
        assertThat(Errors.forCode(noGroup.errorCode())).isEqualTo(Errors.GROUP_ID_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void givenAConsumerGroup_whenItsMemberBeats_thenItIsAssignedAndDescribed(int version) {
        // given
        cluster.createOffsetsTopic();
        // when
        var beat = consumerHeartbeat("modern", Uuid.randomUuid().toString(), version);
        ConsumerGroupDescribeResponseData described = wire.ask(
                new ConsumerGroupDescribeRequestData()
                        .setGroupIds(List.of("modern"))
                        .setIncludeAuthorizedOperations(true),
                version);
        // then
        assertThat(Errors.forCode(beat.errorCode())).isEqualTo(Errors.NONE);
        assertThat(beat.assignment().topicPartitions().get(0).partitions()).containsExactlyInAnyOrder(0, 1);
        assertThat(described.groups()).singleElement().satisfies(group -> {
            assertThat(group.groupState()).isEqualTo("Stable");
            assertThat(group.members()).hasSize(1);
            assertThat(group.authorizedOperations()).isNotEqualTo(Integer.MIN_VALUE);
        });
    }

    @Test
    void givenTheFeatureAtLevel0_whenAConsumerGroupIsAskedFor_thenItIsUnsupported() {
        // given
        cluster.createOffsetsTopic();
        cluster.level((short) 0);
        // when
        var beat = consumerHeartbeat("modern", Uuid.randomUuid().toString(), 1);
        ConsumerGroupDescribeResponseData described =
                wire.ask(new ConsumerGroupDescribeRequestData().setGroupIds(List.of("modern")), 1);
        // then
        assertThat(Errors.forCode(beat.errorCode())).isEqualTo(Errors.UNSUPPORTED_VERSION);
        assertThat(Errors.forCode(described.groups().get(0).errorCode())).isEqualTo(Errors.UNSUPPORTED_VERSION);
    }

    @Test
    void givenTheRegistry_whenItIsAsked_thenShareAndStreamsGroupsAreNotServed() {
        assertThat(GroupHandlers.of(cluster.groups(), cluster.metadata()))
                .extracting(RequestHandler::api)
                .doesNotHaveDuplicates()
                .doesNotContain(ApiKeys.SHARE_GROUP_HEARTBEAT, ApiKeys.STREAMS_GROUP_HEARTBEAT);
    }

    private static DescribedGroup row(DescribeGroupsResponseData described, String group) {
        return described.groups().stream()
                .filter(row -> row.groupId().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static int allOperations() {
        return Utils.to32BitField(AclEntry.supportedOperations(ResourceType.GROUP).stream()
                .map(AclOperation::code)
                .collect(Collectors.toSet()));
    }

    private static FindCoordinatorRequestData findAll(byte type, String... keys) {
        return new FindCoordinatorRequestData().setKeyType(type).setCoordinatorKeys(List.of(keys));
    }

    private static List<Errors> errors(FindCoordinatorResponseData found) {
        return found.coordinators().stream()
                .map(row -> Errors.forCode(row.errorCode()))
                .toList();
    }

    /** Follows a client: takes the member id it is given, and waits for the coordinator to be loaded. */
    private JoinGroupResponseData join(String group, int version) {
        var joined = new JoinGroupResponseData[1];
        var memberId = new String[] {""};
        Await.until(() -> {
            joined[0] = wire.ask(joinRequest(group, memberId[0]), version);
            memberId[0] = joined[0].memberId();
            return joined[0].errorCode() != Errors.COORDINATOR_LOAD_IN_PROGRESS.code()
                    && joined[0].errorCode() != Errors.NOT_COORDINATOR.code()
                    && joined[0].errorCode() != Errors.MEMBER_ID_REQUIRED.code();
        });
        return joined[0];
    }

    private static JoinGroupRequestData joinRequest(String group, String memberId) {
        var protocols = new JoinGroupRequestProtocolCollection();
        protocols.add(new JoinGroupRequestProtocol()
                .setName("range")
                .setMetadata(Utils.toArray(ConsumerProtocol.serializeSubscription(
                        new ConsumerPartitionAssignor.Subscription(List.of("read"))))));
        return new JoinGroupRequestData()
                .setGroupId(group)
                .setMemberId(memberId)
                .setProtocolType("consumer")
                .setProtocols(protocols)
                .setSessionTimeoutMs(45_000)
                .setRebalanceTimeoutMs(60_000);
    }

    private static SyncGroupRequestData sync(JoinGroupResponseData joined) {
        return new SyncGroupRequestData()
                .setGroupId("g")
                .setMemberId(joined.memberId())
                .setGenerationId(joined.generationId())
                .setProtocolType("consumer")
                .setProtocolName("range")
                .setAssignments(List.of(new SyncGroupRequestAssignment()
                        .setMemberId(joined.memberId())
                        .setAssignment(new byte[] {7, 8})));
    }

    private static HeartbeatRequestData heartbeat(JoinGroupResponseData joined) {
        return new HeartbeatRequestData()
                .setGroupId("g")
                .setMemberId(joined.memberId())
                .setGenerationId(joined.generationId());
    }

    private static LeaveGroupRequestData leave(JoinGroupResponseData joined, int version) {
        var request = new LeaveGroupRequestData().setGroupId("g");
        return version < 3
                ? request.setMemberId(joined.memberId())
                : request.setMembers(List.of(new MemberIdentity().setMemberId(joined.memberId())));
    }

    private static DeleteGroupsRequestData delete(String... groups) {
        return new DeleteGroupsRequestData().setGroupsNames(List.of(groups));
    }

    private static OffsetDeleteRequestData offsetDelete(String group) {
        var topics = new OffsetDeleteRequestTopicCollection();
        topics.add(new OffsetDeleteRequestTopic()
                .setName("nowhere")
                .setPartitions(List.of(new OffsetDeleteRequestPartition().setPartitionIndex(0))));
        topics.add(new OffsetDeleteRequestTopic()
                .setName("orders")
                .setPartitions(List.of(
                        new OffsetDeleteRequestPartition().setPartitionIndex(0),
                        new OffsetDeleteRequestPartition().setPartitionIndex(9))));
        return new OffsetDeleteRequestData().setGroupId(group).setTopics(topics);
    }

    private ListGroupsResponseData listed(ListGroupsRequestData request, int version) {
        var listed = new ListGroupsResponseData[1];
        Await.until(() -> {
            listed[0] = wire.ask(request, version);
            return listed[0].errorCode() == Errors.NONE.code();
        });
        return listed[0];
    }

    private ConsumerGroupHeartbeatResponseData consumerHeartbeat(String group, String memberId, int version) {
        var beat = new ConsumerGroupHeartbeatResponseData[1];
        Await.until(() -> {
            beat[0] = wire.ask(
                    new ConsumerGroupHeartbeatRequestData()
                            .setGroupId(group)
                            .setMemberId(memberId)
                            .setMemberEpoch(0)
                            .setRebalanceTimeoutMs(60_000)
                            .setSubscribedTopicNames(List.of("orders"))
                            .setTopicPartitions(List.of()),
                    version);
            return beat[0].errorCode() != Errors.COORDINATOR_LOAD_IN_PROGRESS.code()
                    && beat[0].errorCode() != Errors.NOT_COORDINATOR.code();
        });
        return beat[0];
    }
}
