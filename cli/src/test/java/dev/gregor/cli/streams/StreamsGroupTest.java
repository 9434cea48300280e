package dev.gregor.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.BrokerNode;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Assignment;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.DescribedGroup;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Member;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.TaskIds;
import org.apache.kafka.common.message.StreamsGroupDescribeResponseData.Topology;
import org.junit.jupiter.api.Test;

class StreamsGroupTest {
    @Test
    void givenTasksOfATopologyWhoseSourceTopicsAreGone_whenSeenAsAnyGroup_thenItsMembersHaveNoPartitions() {
        // given
        var tasks = new TaskIds().setSubtopologyId("0").setPartitions(List.of(0, 1));
        var member = new Member()
                .setMemberId("m")
                .setAssignment(new Assignment().setActiveTasks(List.of(tasks)))
                .setTargetAssignment(new Assignment());
        var group = new StreamsGroup(
                new BrokerNode(1, "localhost", 9092, Optional.empty()),
                new DescribedGroup()
                        .setGroupId("app")
                        .setGroupState("NotReady")
                        .setTopology(new Topology().setSubtopologies(null))
                        .setMembers(List.of(member)));
        // when
        var description = group.asDescription();
        // then
        assertThat(description.members())
                .singleElement()
                .satisfies(seen -> assertThat(seen.assignment()).isEmpty());
        assertThatThrownBy(group::activePartitions).hasMessage("Subtopology 0 not found in group description!");
    }
}
