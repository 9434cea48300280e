package dev.gregor.cli.leader;

import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Holds an election and prints what Kafka's tool prints about it. */
final class ElectionReport {
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;
    private static final short REQUEST_TIMED_OUT = 7;

    private final ClusterClient client;
    private final PrintStream out;

    ElectionReport(ClusterClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Elects, of all partitions when none are named.
     *
     * @throws IllegalStateException in Kafka's words, when one could not be elected
     */
    void elect(Election.Type type, Optional<Collection<TopicPartition>> partitions) {
        // Plain HashSets on purpose: their order is that in which Kafka's tool prints partitions.
        var elected = new HashSet<TopicPartition>();
        var notNeeded = new HashSet<TopicPartition>();
        var refused = new ArrayList<String>();
        try {
            for (var result : new Election(client).elect(type, partitions).entrySet()) {
                if (result.getValue() instanceof Election.Result.Elected) {
                    elected.add(result.getKey());
                } else if (result.getValue() instanceof Election.Result.Refused failure) {
                    refused.add(result.getKey() + ": " + KafkaText.exception(failure.error()));
                } else {
                    notNeeded.add(result.getKey());
                }
            }
        } catch (ApiErrorException failed) {
            throw asKafkaSays(failed);
        }
        if (!elected.isEmpty()) {
            out.println("Successfully completed leader election (" + type + ") for partitions " + joined(elected));
        }
        if (!notNeeded.isEmpty()) {
            out.println("Valid replica already elected for partitions " + joined(notNeeded));
        }
        if (!refused.isEmpty()) {
            for (var line : refused) {
                out.println("Error completing leader election (" + type + ") for partition: " + line);
            }
            throw new IllegalStateException(refused.size() + " replica(s) could not be elected");
        }
    }

    private IllegalStateException asKafkaSays(ApiErrorException failed) {
        var message = switch (failed.code()) {
            case CLUSTER_AUTHORIZATION_FAILED -> "Not authorized to perform leader election";
            case REQUEST_TIMED_OUT -> "Timeout waiting for election results";
            default ->
                throw new IllegalStateException(
                        "java.util.concurrent.ExecutionException: " + KafkaText.exception(failed), failed);
        };
        out.println(message);
        return new IllegalStateException(message, failed);
    }

    private static String joined(Set<TopicPartition> partitions) {
        var text = new StringBuilder();
        for (var partition : partitions) {
            text.append(text.isEmpty() ? "" : ", ").append(partition);
        }
        return text.toString();
    }
}
