package dev.gregor.cli.golden;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The class of Apache Kafka's behind each of its scripts. */
final class KafkaTools {
    private static final Map<String, String> MAIN_CLASS = Map.ofEntries(
            Map.entry("kafka-acls.sh", "org.apache.kafka.tools.AclCommand"),
            Map.entry("kafka-broker-api-versions.sh", "org.apache.kafka.tools.BrokerApiVersionsCommand"),
            Map.entry("kafka-client-metrics.sh", "org.apache.kafka.tools.ClientMetricsCommand"),
            Map.entry("kafka-cluster.sh", "org.apache.kafka.tools.ClusterTool"),
            Map.entry("kafka-configs.sh", "kafka.admin.ConfigCommand"),
            Map.entry("kafka-console-consumer.sh", "org.apache.kafka.tools.consumer.ConsoleConsumer"),
            Map.entry("kafka-console-producer.sh", "org.apache.kafka.tools.ConsoleProducer"),
            Map.entry("kafka-console-share-consumer.sh", "org.apache.kafka.tools.consumer.ConsoleShareConsumer"),
            Map.entry("kafka-consumer-groups.sh", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"),
            Map.entry("kafka-consumer-perf-test.sh", "org.apache.kafka.tools.ConsumerPerformance"),
            Map.entry("kafka-delegation-tokens.sh", "org.apache.kafka.tools.DelegationTokenCommand"),
            Map.entry("kafka-delete-records.sh", "org.apache.kafka.tools.DeleteRecordsCommand"),
            Map.entry("kafka-dump-log.sh", "org.apache.kafka.tools.DumpLogSegments"),
            Map.entry("kafka-e2e-latency.sh", "org.apache.kafka.tools.EndToEndLatency"),
            Map.entry("kafka-features.sh", "org.apache.kafka.tools.FeatureCommand"),
            Map.entry("kafka-get-offsets.sh", "org.apache.kafka.tools.GetOffsetShell"),
            Map.entry("kafka-groups.sh", "org.apache.kafka.tools.GroupsCommand"),
            Map.entry("kafka-leader-election.sh", "org.apache.kafka.tools.LeaderElectionCommand"),
            Map.entry("kafka-log-dirs.sh", "org.apache.kafka.tools.LogDirsCommand"),
            Map.entry("kafka-metadata-quorum.sh", "org.apache.kafka.tools.MetadataQuorumCommand"),
            Map.entry("kafka-producer-perf-test.sh", "org.apache.kafka.tools.ProducerPerformance"),
            Map.entry("kafka-share-consumer-perf-test.sh", "org.apache.kafka.tools.ShareConsumerPerformance"),
            Map.entry("kafka-share-groups.sh", "org.apache.kafka.tools.consumer.group.ShareGroupCommand"),
            Map.entry("kafka-storage.sh", "kafka.tools.StorageTool"),
            Map.entry("kafka-streams-groups.sh", "org.apache.kafka.tools.streams.StreamsGroupCommand"),
            Map.entry("kafka-topics.sh", "org.apache.kafka.tools.TopicCommand"),
            Map.entry("kafka-transactions.sh", "org.apache.kafka.tools.TransactionsCommand"));

    /** Leaves the process by argparse4j's own exit, which nothing here can stop: it gets a process of its own. */
    private static final String EXITS = "kafka-cluster.sh";

    private KafkaTools() {}

    /** Every script whose tool is ours, with {@code .sh}. */
    static Set<String> programs() {
        return new TreeSet<>(MAIN_CLASS.keySet());
    }

    /** Runs Apache Kafka's tool: all of stdout and stderr, and the exit code. */
    static ToolRun run(String program, String[] arguments, String stdin) {
        var mainClass = MAIN_CLASS.get(program);
        return program.equals(EXITS)
                ? KafkaProcess.run(mainClass, arguments, stdin)
                : ToolRun.allOfKafka(words -> main(mainClass, words), arguments, stdin);
    }

    private static void main(String mainClass, String[] arguments) throws Exception {
        try {
            var main = Class.forName(mainClass).getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown.getCause();
        }
    }
}
