package dev.gregor.cli.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gregor.cli.findings.ClusterFacts.Broker;
import dev.gregor.cli.findings.ClusterFacts.Group;
import dev.gregor.cli.findings.ClusterFacts.Hanging;
import dev.gregor.cli.findings.ClusterFacts.LogDir;
import dev.gregor.cli.findings.ClusterFacts.Quorum;
import dev.gregor.cli.findings.ClusterFacts.Voter;
import dev.gregor.cli.findings.TopicFacts.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterChecksTest {
    private final List<Broker> brokers = new ArrayList<>(List.of(broker(1, 25), broker(2, 25), broker(3, 25)));
    private final List<TopicFacts> topics = new ArrayList<>();
    private final List<LogDir> logDirs = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Hanging> hanging = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private Optional<Quorum> quorum =
            Optional.of(new Quorum(Optional.of(1), 100, List.of(voter(1, 0, 0), voter(2, 3, 400), voter(3, 0, 400))));

    @Test
    void givenAClusterThatIsWell_whenChecked_thenNothingIsFound() {
        logDirs.add(new LogDir(1, "/data", Optional.empty(), 1000, 500, 0));
        groups.add(new Group("billing", "Stable", "Stable", 2, Optional.of(10L), Optional.of(8L), 40, 2000));
        assertThat(check()).isEmpty();
    }

    @Test
    void givenOneOfEachThing_whenChecked_thenTheHeaviestComeFirst() {
        brokers.set(2, broker(3, 29));
        brokers.add(new Broker(4, Optional.of("a"), true, Optional.empty(), Map.of(), Map.of()));
        brokers.add(new Broker(5, Optional.of("a"), false, Optional.of("Connection refused"), Map.of(), Map.of()));
        logDirs.add(new LogDir(2, "/bad", Optional.of("Disk error."), -1, -1, 0));
        logDirs.add(new LogDir(3, "/full", Optional.empty(), 1000, 30, 2));
        logDirs.add(new LogDir(3, "/filling", Optional.empty(), 1000, 100, 0));
        hanging.add(new Hanging("orders", 2, 42, 1001, 3_600_000));
        unread.add("groups could not be read: not authorized");
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code, Finding::subject)
                .containsExactly(
                        tuple(Weight.ERROR, "log-dir-offline", "broker 2 /bad"),
                        tuple(Weight.ERROR, "disk-full", "broker 3 /full"),
                        tuple(Weight.ERROR, "broker-unreachable", "broker 5"),
                        tuple(Weight.ERROR, "hanging-transaction", "topic orders"),
                        tuple(Weight.WARNING, "disk-filling", "broker 3 /filling"),
                        tuple(Weight.WARNING, "broker-fenced", "broker 4"),
                        tuple(Weight.WARNING, "mixed-releases", "cluster"),
                        tuple(Weight.NOTE, "replicas-moving", "broker 3 /full"),
                        tuple(Weight.NOTE, "not-examined", "cluster"));
        assertThat(findings.get(3).remedy()).isEqualTo("gregor tx abort orders:2 --start-offset 42");
    }

    @Test
    void givenGroupsOfAllKinds_whenChecked_thenThoseThatDoNotMoveAreFound() {
        groups.add(new Group("stands", "Stable", "Stable", 1, Optional.of(10L), Optional.of(50L), 0, 2000));
        groups.add(new Group("waits", "Stable", "Stable", 1, Optional.of(10L), Optional.of(10L), 0, 2000));
        groups.add(new Group("moves", "Stable", "Stable", 1, Optional.of(10L), Optional.of(90L), 5, 2000));
        groups.add(new Group("left", "Empty", "Empty", 0, Optional.of(7L), Optional.of(7L), 0, 2000));
        groups.add(new Group(
                "stuck", "PreparingRebalance", "CompletingRebalance", 3, Optional.of(7L), Optional.of(7L), 0, 2000));
        groups.add(new Group("once", "", "Assigning", 3, Optional.empty(), Optional.of(7L), 0, 0));
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code, Finding::subject)
                .containsExactly(
                        tuple(Weight.WARNING, "group-stands-still", "group stands"),
                        tuple(Weight.WARNING, "group-rebalancing", "group stuck"),
                        tuple(Weight.NOTE, "group-without-members", "group left"),
                        tuple(Weight.NOTE, "group-not-committing", "group waits"));
    }

    @Test
    void givenAControllerThatDoesNotFollow_whenChecked_thenTheMajorityIsAtRisk() {
        quorum = Optional.of(
                new Quorum(Optional.of(1), 100, List.of(voter(1, 0, 0), voter(2, 0, 10), voter(3, 5000, 120_000))));
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code)
                .containsExactly(tuple(Weight.ERROR, "quorum-at-majority"), tuple(Weight.WARNING, "voter-behind"));
    }

    @Test
    void givenFewerControllersThanAMajority_whenChecked_thenItIsAnErrorAllTheMore() {
        quorum = Optional.of(
                new Quorum(Optional.of(1), 100, List.of(voter(1, 0, 0), voter(2, 50, 20_000), voter(3, 50, 20_000))));
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::code, Finding::problem)
                .contains(
                        tuple(
                                "quorum-at-majority",
                                "1 of 3 controllers follow: when one more stops, nothing can change"),
                        tuple(
                                "voter-behind",
                                "is 50 records behind the leading controller, and asked it last 20 s ago"));
    }

    @Test
    void givenNoController_whenChecked_thenItIsAnError() {
        quorum = Optional.of(new Quorum(Optional.empty(), 100, List.of(voter(1, 0, 10))));
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::weight, Finding::code)
                .containsExactly(tuple(Weight.ERROR, "no-controller"), tuple(Weight.WARNING, "one-controller"));
    }

    @Test
    void givenAllLeadersOnOneBroker_whenTheirPreferredReplicasAreSpread_thenAnElectionIsTheRemedy() {
        var partitions = new ArrayList<Partition>();
        for (int i = 0; i < 9; i++) {
            var replicas = List.of(i % 3 + 1, (i + 1) % 3 + 1, (i + 2) % 3 + 1);
            partitions.add(new Partition(i, Optional.of(1), replicas, replicas, List.of()));
        }
        topics.add(new TopicFacts("orders", false, Optional.of(1), false, partitions));
        // when
        var findings = check();
        // then
        assertThat(findings)
                .extracting(Finding::code, Finding::remedy)
                .containsExactly(
                        tuple("uneven-leaders", "gregor leader elect --all"),
                        tuple("not-on-preferred-leader", "gregor leader elect orders"));
    }

    private List<Finding> check() {
        return ClusterChecks.of(new ClusterFacts(brokers, topics, logDirs, quorum, groups, hanging, unread));
    }

    private static Broker broker(int id, int metadataVersion) {
        return new Broker(
                id,
                Optional.of("a"),
                false,
                Optional.empty(),
                Map.of("metadata.version", metadataVersion),
                Map.of("metadata.version", 25));
    }

    private static Voter voter(int id, long lag, long silentMs) {
        return new Voter(id, lag, Optional.of(silentMs));
    }
}
