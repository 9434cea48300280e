package dev.gregor.cli.tx;

import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;

/** {@code kafka-transactions.sh find-hanging}. */
final class HangingReport {
    private static final long MINUTE_MS = 60_000;

    private final ClusterClient client;
    private final PrintStream out;

    HangingReport(ClusterClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    void print(ParsedArguments line) {
        var topic = line.value("topic");
        var broker = line.integer("broker-id");
        var partition = line.integer("partition");
        if (topic.isEmpty() && broker.isEmpty()) {
            throw new IllegalArgumentException("The `find-hanging` command requires either --topic or --broker-id to"
                    + " limit the scope of the search");
        }
        if (topic.isEmpty() && partition.isPresent()) {
            throw new IllegalArgumentException("The --partition argument requires --topic to be provided");
        }
        var partitions = topic.isPresent() && partition.isPresent()
                ? List.of(new TopicPartition(topic.get(), partition.get()))
                : partitions(topic, broker);
        long nowMs = System.currentTimeMillis();
        long maxTimeoutMs = line.integer("max-transaction-timeout").orElseThrow() * MINUTE_MS;
        try {
            print(new HangingSearch(client).search(partitions, broker, maxTimeoutMs, nowMs), nowMs);
        } catch (ClusterException refused) {
            throw TransactionsProgram.failed(
                    "Failed to describe producers for " + partitions.size() + " partitions on broker "
                            + (broker.isPresent() ? "Optional[" + broker.get() + "]" : "Optional.empty"),
                    refused);
        }
    }

    private List<TopicPartition> partitions(Optional<String> topic, Optional<Integer> broker) {
        var request = new MetadataRequestData().setAllowAutoTopicCreation(false);
        request.setTopics(topic.isPresent() ? List.of(new MetadataRequestTopic().setName(topic.get())) : null);
        var partitions = new ArrayList<TopicPartition>();
        for (var found : client.metadata(request).topics()) {
            if (found.errorCode() != ErrorCodes.NONE) {
                throw TransactionsProgram.failed(
                        "Failed to describe 1 topics", new ApiErrorException(found.errorCode(), ""));
            }
            for (var partition : found.partitions()) {
                if (broker.isEmpty() || partition.replicaNodes().contains(broker.get())) {
                    partitions.add(new TopicPartition(found.name(), partition.partitionIndex()));
                }
            }
        }
        return partitions;
    }

    private void print(List<HangingSearch.Open> hanging, long nowMs) {
        var rows = new ArrayList<List<String>>();
        for (var open : hanging) {
            var producer = open.producer();
            rows.add(List.of(
                    open.partition().topic(),
                    String.valueOf(open.partition().partition()),
                    String.valueOf(producer.producerId()),
                    String.valueOf(producer.producerEpoch()),
                    String.valueOf(producer.coordinatorEpoch()),
                    String.valueOf(producer.txnStartOffset().orElse(-1)),
                    String.valueOf(producer.lastTimestampMs()),
                    String.valueOf(open.silentMs(nowMs) / MINUTE_MS)));
        }
        PaddedTable.print(
                out,
                List.of(
                        "Topic",
                        "Partition",
                        "ProducerId",
                        "ProducerEpoch",
                        "CoordinatorEpoch",
                        "StartOffset",
                        "LastTimestamp",
                        "Duration(min)"),
                rows);
    }
}
