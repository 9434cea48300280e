package dev.gregor.cli;

import dev.gregor.cli.acl.AclsProgram;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.brokers.BrokerApiVersionsProgram;
import dev.gregor.cli.brokers.LogDirsProgram;
import dev.gregor.cli.cluster.ClusterProgram;
import dev.gregor.cli.cluster.FeaturesProgram;
import dev.gregor.cli.cluster.MetadataQuorumProgram;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.completion.CompletionScript;
import dev.gregor.cli.completion.LaunchedPrograms;
import dev.gregor.cli.config.ClientMetricsProgram;
import dev.gregor.cli.config.ConfigsProgram;
import dev.gregor.cli.consume.ConsoleConsumerProgram;
import dev.gregor.cli.consume.ConsoleShareConsumerProgram;
import dev.gregor.cli.dropin.OptionTable;
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
import dev.gregor.cli.share.ShareGroupsProgram;
import dev.gregor.cli.storage.StorageArguments;
import dev.gregor.cli.streams.StreamsGroupsProgram;
import dev.gregor.cli.token.DelegationTokensProgram;
import dev.gregor.cli.topic.TopicsProgram;
import dev.gregor.cli.tx.TransactionsProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What completion scripts know: the commands of {@code gregor}, and the drop-ins. */
final class Completion {
    private Completion() {}

    /** The drop-ins whose options are completed. A new one is a line here. */
    static List<OptionTable> dropIns() {
        var tables = new ArrayList<OptionTable>();
        tables.add(AclsProgram.table());
        tables.add(BrokerApiVersionsProgram.table());
        tables.add(ClientMetricsProgram.table());
        tables.add(ConfigsProgram.table());
        tables.add(ConsoleConsumerProgram.table());
        tables.add(ConsoleProducerProgram.table());
        tables.add(ConsoleShareConsumerProgram.table());
        tables.add(ConsumerGroupsProgram.table());
        tables.add(ConsumerPerfTestProgram.table());
        tables.add(DelegationTokensProgram.table());
        tables.add(DeleteRecordsProgram.table());
        tables.add(DumpLogProgram.table());
        tables.add(EndToEndLatencyProgram.table());
        tables.add(GetOffsetsProgram.table());
        tables.add(GroupsProgram.table());
        tables.add(LeaderElectionProgram.table());
        tables.add(LogDirsProgram.table());
        tables.add(PreferredReplicaElectionProgram.table());
        tables.add(ShareConsumerPerfTestProgram.table());
        tables.add(ShareGroupsProgram.table());
        tables.add(StreamsGroupsProgram.table());
        tables.add(TopicsProgram.table());
        return tables;
    }

    /** The drop-ins that read their lines as argparse4j does, by their names in {@code bin/}. A new one is a line here. */
    static Map<String, ArgumentTable> argumentDropIns() {
        var tables = new TreeMap<String, ArgumentTable>();
        tables.put("kafka-cluster.sh", ClusterProgram.table());
        tables.put("kafka-features.sh", FeaturesProgram.table());
        tables.put("kafka-metadata-quorum.sh", MetadataQuorumProgram.table());
        tables.put("kafka-producer-perf-test.sh", ProducerPerfTestProgram.table());
        tables.put("kafka-storage.sh", StorageArguments.table());
        tables.put("kafka-transactions.sh", TransactionsProgram.table());
        return tables;
    }

    static String script(CompletionScript.Shell shell) {
        var nodes = new ArrayList<>(CompletionNodes.of(GregorProgram.commands(Session.ofProcess(Map.of()))));
        dropIns().forEach(table -> nodes.add(CompletionNodes.of(table)));
        argumentDropIns().forEach((program, table) -> nodes.addAll(CompletionNodes.of(program, table)));
        nodes.addAll(LaunchedPrograms.nodes());
        return CompletionScript.of(shell, nodes);
    }
}
