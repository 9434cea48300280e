package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.coordinator.GroupListing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupSweepTest {
    private static GroupLag lag(String id, long... unread) {
        var partitions = new ArrayList<PartitionLag>();
        for (int index = 0; index < unread.length; index++) {
            partitions.add(new PartitionLag(
                    new TopicPartition(id, index),
                    Optional.of(1_000 - unread[index]),
                    Optional.of(1_000L),
                    Optional.of(unread[index]),
                    Optional.empty(),
                    Optional.empty()));
        }
        var listing = new GroupListing(id, Optional.empty(), "consumer", Optional.empty(), 1);
        return new GroupLag(new GroupFacts(listing, Optional.empty(), Map.of(), Map.of()), partitions);
    }

    private static GroupSweep.Position position(String topic, int partition, long offset) {
        return new GroupSweep.Position(new TopicPartition(topic, partition), offset);
    }

    @Test
    void givenAGroupWithManyPartitions_whenAnotherHasOne_thenTheWorstOfEachComeFirst() {
        assertThat(GroupSweep.worthATime(List.of(lag("wide", 10, 30, 0, 20), lag("narrow", 5))))
                .containsExactly(
                        position("wide", 1, 970),
                        position("narrow", 0, 995),
                        position("wide", 3, 980),
                        position("wide", 0, 990));
    }

    @Test
    void givenOneGroup_whenItLagsInFiftyPartitions_thenEveryOneIsAsked() {
        // given
        var unread = new long[50];
        Arrays.fill(unread, 7);
        // then
        assertThat(GroupSweep.worthATime(List.of(lag("alone", unread)))).hasSize(50);
    }
}
