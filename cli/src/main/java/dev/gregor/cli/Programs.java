package dev.gregor.cli;

import dev.gregor.cli.acl.AclsProgram;
import dev.gregor.cli.apache.ApacheProgram;
import dev.gregor.cli.apache.GoneProgram;
import dev.gregor.cli.brokers.BrokerApiVersionsProgram;
import dev.gregor.cli.brokers.LogDirsProgram;
import dev.gregor.cli.cluster.ClusterProgram;
import dev.gregor.cli.cluster.FeaturesProgram;
import dev.gregor.cli.cluster.MetadataQuorumProgram;
import dev.gregor.cli.config.ClientMetricsProgram;
import dev.gregor.cli.config.ConfigsProgram;
import dev.gregor.cli.consume.ConsoleConsumerProgram;
import dev.gregor.cli.consume.ConsoleShareConsumerProgram;
import dev.gregor.cli.group.ConsumerGroupsProgram;
import dev.gregor.cli.group.GroupsProgram;
import dev.gregor.cli.leader.LeaderElectionProgram;
import dev.gregor.cli.leader.PreferredReplicaElectionProgram;
import dev.gregor.cli.log.DumpLogProgram;
import dev.gregor.cli.partition.DeleteRecordsProgram;
import dev.gregor.cli.partition.GetOffsetsProgram;
import dev.gregor.cli.perf.ConsumerPerfTestProgram;
import dev.gregor.cli.perf.EndToEndLatencyProgram;
import dev.gregor.cli.perf.ProducerPerfTestProgram;
import dev.gregor.cli.perf.ShareConsumerPerfTestProgram;
import dev.gregor.cli.produce.ConsoleProducerProgram;
import dev.gregor.cli.server.ServerStartProgram;
import dev.gregor.cli.server.ServerStopProgram;
import dev.gregor.cli.share.ShareGroupsProgram;
import dev.gregor.cli.storage.StorageProgram;
import dev.gregor.cli.streams.StreamsGroupsProgram;
import dev.gregor.cli.token.DelegationTokensProgram;
import dev.gregor.cli.topic.TopicsProgram;
import dev.gregor.cli.tx.TransactionsProgram;
import java.util.Optional;

/**
 * Every name in {@code bin/} and the program behind it.
 *
 * <p>A switch, not a map of suppliers: only the branch taken loads a class. A broker that the launcher starts goes by the name
 * of Apache Kafka's class, {@code kafka.Kafka}, so that Apache Kafka's own scripts find it among the processes.
 */
final class Programs {
    private Programs() {}

    /** The program of a name as in {@code bin/}, with or without {@code .sh}; empty when there is none. */
    static Optional<Program> named(String name) {
        var stem = name.endsWith(".sh") ? name.substring(0, name.length() - ".sh".length()) : name;
        return switch (stem) {
            case "gregor" -> Optional.of(new GregorProgram());
            case "kafka-acls" -> Optional.of(new AclsProgram());
            case "kafka-topics" -> Optional.of(new TopicsProgram());
            case "kafka-broker-api-versions" -> Optional.of(new BrokerApiVersionsProgram());
            case "kafka-consumer-groups" -> Optional.of(new ConsumerGroupsProgram());
            case "kafka-client-metrics" -> Optional.of(new ClientMetricsProgram());
            case "kafka-cluster" -> Optional.of(new ClusterProgram());
            case "kafka-features" -> Optional.of(new FeaturesProgram());
            case "kafka-metadata-quorum" -> Optional.of(new MetadataQuorumProgram());
            case "kafka-configs" -> Optional.of(new ConfigsProgram());
            case "kafka-console-producer" -> Optional.of(new ConsoleProducerProgram());
            case "kafka-console-consumer" -> Optional.of(new ConsoleConsumerProgram());
            case "kafka-delegation-tokens" -> Optional.of(new DelegationTokensProgram());
            case "kafka-delete-records" -> Optional.of(new DeleteRecordsProgram());
            case "kafka-leader-election" -> Optional.of(new LeaderElectionProgram());
            case "kafka-preferred-replica-election" -> Optional.of(new PreferredReplicaElectionProgram());
            case "kafka-transactions" -> Optional.of(new TransactionsProgram());
            case "kafka-log-dirs" -> Optional.of(new LogDirsProgram());
            case "kafka-get-offsets" -> Optional.of(new GetOffsetsProgram());
            case "kafka-console-share-consumer" -> Optional.of(new ConsoleShareConsumerProgram());
            case "kafka-consumer-perf-test" -> Optional.of(new ConsumerPerfTestProgram());
            case "kafka-e2e-latency" -> Optional.of(new EndToEndLatencyProgram());
            case "kafka-producer-perf-test" -> Optional.of(new ProducerPerfTestProgram());
            case "kafka-share-consumer-perf-test" -> Optional.of(new ShareConsumerPerfTestProgram());
            case "kafka-server-start", "kafka.Kafka" -> Optional.of(new ServerStartProgram());
            case "kafka-groups" -> Optional.of(new GroupsProgram());
            case "kafka-share-groups" -> Optional.of(new ShareGroupsProgram());
            case "kafka-streams-groups" -> Optional.of(new StreamsGroupsProgram());
            case "kafka-dump-log" -> Optional.of(new DumpLogProgram());
            case "kafka-storage" -> Optional.of(new StorageProgram());
            case "kafka-server-stop" -> Optional.of(new ServerStopProgram());
            case "kafka-mirror-maker" -> Optional.of(GoneProgram.MIRROR_MAKER);
            case "zookeeper-server-start" -> Optional.of(GoneProgram.ZOOKEEPER_START);
            case "zookeeper-server-stop" -> Optional.of(GoneProgram.ZOOKEEPER_STOP);
            case "connect-distributed",
                    "connect-mirror-maker",
                    "connect-plugin-path",
                    "connect-standalone",
                    "kafka-jmx",
                    "kafka-metadata-shell",
                    "kafka-reassign-partitions",
                    "kafka-replica-verification",
                    "kafka-run-class",
                    "kafka-streams-application-reset",
                    "kafka-verifiable-consumer",
                    "kafka-verifiable-producer",
                    "kafka-verifiable-share-consumer",
                    "trogdor" -> Optional.of(new ApacheProgram(stem));
            default -> Optional.empty();
        };
    }
}
