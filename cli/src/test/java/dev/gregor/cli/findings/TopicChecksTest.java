package dev.gregor.cli.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gregor.cli.findings.TopicFacts.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicChecksTest {
    private static final Set<Integer> THREE_BROKERS = Set.of(1, 2, 3);

    @Test
    void givenATopicThatIsWell_whenChecked_thenNothingIsFound() {
        assertThat(check(2, replica(0, 1, List.of(1, 2, 3), List.of(1, 2, 3)))).isEmpty();
    }

    @Test
    void givenAPartitionWithoutALeaderAndALiveReplica_whenChecked_thenAnUncleanElectionIsOffered() {
        // when
        var findings = check(1, new Partition(0, Optional.empty(), List.of(4, 2), List.of(4), List.of(4)));
        // then
        assertThat(findings)
                .containsExactly(Finding.error(
                        "no-leader",
                        "topic orders",
                        "its partition is without a leader: nothing can be written or read",
                        "start broker 4; or, losing what only they have: gregor leader elect --unclean orders:0"));
    }

    @Test
    void givenTheOnlyReplicaOnABadDiskOfALiveBroker_whenChecked_thenNoElectionIsOffered() {
        // when
        var findings = check(1, new Partition(0, Optional.empty(), List.of(2), List.of(), List.of(2)));
        // then
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("no-leader"))
                .extracting(Finding::remedy)
                .containsExactly("look at the log of broker 2: gregor broker logdirs 2");
    }

    @Test
    void givenNobodyInSyncAndNoLeader_whenChecked_thenTheMissingBrokersComeBeforeAnUncleanElection() {
        // when
        var findings = check(
                1,
                new Partition(0, Optional.empty(), List.of(4, 2), List.of(), List.of(4)),
                new Partition(1, Optional.empty(), List.of(2, 4), List.of(), List.of(4)));
        // then
        assertThat(findings)
                .extracting(Finding::remedy)
                .containsExactly(
                        "start broker 4; or, losing what only they have: gregor leader elect --unclean orders");
    }

    @Test
    void givenPartitionsInDifferentStates_whenChecked_thenEachStateIsOneFinding() {
        // when
        var findings = check(
                2,
                replica(0, 1, List.of(1, 2, 3), List.of(1, 2, 3)),
                replica(1, 2, List.of(2, 3, 1), List.of(2)),
                replica(2, 3, List.of(3, 1, 2), List.of(3, 1)),
                replica(3, 1, List.of(1, 2, 3), List.of(1, 3)),
                replica(4, 2, List.of(1, 2, 3), List.of(1, 2, 3)));
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code)
                .containsExactlyInAnyOrder(
                        tuple(Weight.ERROR, "below-min-isr"),
                        tuple(Weight.WARNING, "at-min-isr"),
                        tuple(Weight.NOTE, "not-on-preferred-leader"));
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("at-min-isr"))
                .extracting(Finding::problem)
                .containsExactly("2 of 5 partitions (2,3) are at min.insync.replicas=2 with replicas missing: the next"
                        + " failure stops acks=all");
    }

    @Test
    void givenAReplicaOnABrokerThatIsNotThere_whenChecked_thenTheBrokerIsNamed() {
        // when
        var findings = check(1, replica(0, 1, List.of(1, 2, 7), List.of(1, 2)));
        // then
        assertThat(findings)
                .extracting(Finding::code, Finding::remedy)
                .containsExactly(tuple(
                        "replica-on-missing-broker",
                        "start broker 7, or move the replicas: kafka-reassign-partitions.sh"));
    }

    @Test
    void givenMinIsrAboveTheReplicas_whenChecked_thenItIsAnErrorWithTheConfigThatMendsIt() {
        // when
        var findings = check(2, replica(0, 1, List.of(1), List.of(1)));
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code, Finding::remedy)
                .containsExactlyInAnyOrder(
                        tuple(
                                Weight.ERROR,
                                "min-isr-above-replicas",
                                "gregor config set topic orders min.insync.replicas=1"),
                        tuple(Weight.WARNING, "one-replica", "more replicas: kafka-reassign-partitions.sh"));
    }

    @Test
    void givenUncleanElections_whenChecked_thenItIsAWarning() {
        var topic = new TopicFacts(
                "orders", false, Optional.of(1), true, List.of(replica(0, 1, List.of(1, 2, 3), List.of(1, 2, 3))));
        // when
        var findings = new TopicChecks(THREE_BROKERS).of(topic);
        // then
        assertThat(findings).extracting(Finding::code).containsExactly("unclean-election");
    }

    private static Partition replica(int index, int leader, List<Integer> replicas, List<Integer> isr) {
        return new Partition(index, Optional.of(leader), replicas, isr, List.of());
    }

    private static List<Finding> check(int minIsr, Partition... partitions) {
        return new TopicChecks(THREE_BROKERS)
                .of(new TopicFacts("orders", false, Optional.of(minIsr), false, List.of(partitions)));
    }
}
