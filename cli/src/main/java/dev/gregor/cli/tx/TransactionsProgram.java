package dev.gregor.cli.tx;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.arguments.ArgumentDropIn;
import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.arguments.ParsedArguments;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** {@code kafka-transactions.sh}: exit 1 for whatever went wrong, and after its help. */
public final class TransactionsProgram implements Program {
    private static final String NONE = "None";

    /** The program's line. */
    public static ArgumentTable table() {
        return TransactionsArguments.table();
    }

    @Override
    public int run(Streams streams, String[] words) {
        return new ArgumentDropIn(table(), streams).failingAfterHelp().run(words, line -> run(streams, line));
    }

    private static int run(Streams streams, ParsedArguments line) {
        try (var client = DropIn.connect(line.required("bootstrap-server"), line.value("command-config"))) {
            switch (line.command()) {
                case "list" -> list(client, line, streams);
                case "describe" -> describe(client, line, streams.out());
                case "describe-producers" -> describeProducers(client, line, streams.out());
                case "abort" -> abort(client, line, streams.err());
                case "find-hanging" -> new HangingReport(client, streams.out()).print(line);
                default -> forceTerminate(client, line);
            }
        }
        return 0;
    }

    /** What Kafka's tool says when the cluster refuses. */
    static IllegalStateException failed(String what, ClusterException failure) {
        if (failure instanceof ClusterUnreachableException) {
            throw failure;
        }
        return new IllegalStateException(
                what + ": " + failure.getMessage() + ". Enable debug logging for additional detail.", failure);
    }

    private static void list(ClusterClient client, ParsedArguments line, Streams streams) {
        var filter = new Transactions.Filter(
                line.longInteger("duration-filter").orElse(-1L), line.value("transactional-id-pattern"), List.of());
        var rows = new ArrayList<List<String>>();
        try {
            for (var listing : new Transactions(client).list(filter)) {
                rows.add(List.of(
                        listing.transactionalId(),
                        String.valueOf(listing.coordinatorId()),
                        String.valueOf(listing.producerId()),
                        listing.state()));
            }
        } catch (Transactions.BrokerRefusedException refused) {
            LogLine.error(
                    streams.err(),
                    "org.apache.kafka.clients.admin.internals.ListTransactionsHandler",
                    "[AdminClient clientId=adminclient-1] The `ListTransactions` request sent to broker "
                            + refused.broker() + " failed because of an unexpected error "
                            + KafkaText.name(refused.code()));
            throw failed("Failed to list transactions", refused);
        } catch (ClusterException refused) {
            throw failed("Failed to list transactions", refused);
        }
        PaddedTable.print(
                streams.out(), List.of("TransactionalId", "Coordinator", "ProducerId", "TransactionState"), rows);
    }

    private static void describe(ClusterClient client, ParsedArguments line, PrintStream out) {
        var id = line.required("transactional-id");
        Transaction found;
        try {
            found = new Transactions(client).describe(id);
        } catch (ClusterException refused) {
            throw failed("Failed to describe transaction state of transactional-id `" + id + "`", refused);
        }
        var start = found.startTimeMs();
        var row = List.of(
                String.valueOf(found.coordinatorId()),
                id,
                String.valueOf(found.producerId()),
                String.valueOf(found.producerEpoch()),
                found.state(),
                String.valueOf(found.timeoutMs()),
                text(start),
                start.isPresent() ? String.valueOf(System.currentTimeMillis() - start.getAsLong()) : NONE,
                joined(found.partitions()));
        PaddedTable.print(
                out,
                List.of(
                        "CoordinatorId",
                        "TransactionalId",
                        "ProducerId",
                        "ProducerEpoch",
                        "TransactionState",
                        "TransactionTimeoutMs",
                        "CurrentTransactionStartTimeMs",
                        "TransactionDurationMs",
                        "TopicPartitions"),
                List.of(row));
    }

    private static void describeProducers(ClusterClient client, ParsedArguments line, PrintStream out) {
        var partition = partition(line);
        var broker = line.integer("broker-id");
        List<ActiveProducer> producers;
        try {
            producers = new Producers(client).of(List.of(partition), broker).getOrDefault(partition, List.of());
        } catch (ClusterException refused) {
            var where = broker.isPresent() ? "broker " + broker.get() : "leader";
            throw failed("Failed to describe producers for partition " + partition + " on " + where, refused);
        }
        var rows = new ArrayList<List<String>>();
        for (var producer : producers) {
            rows.add(List.of(
                    String.valueOf(producer.producerId()),
                    String.valueOf(producer.producerEpoch()),
                    String.valueOf(producer.coordinatorEpoch()),
                    String.valueOf(producer.lastSequence()),
                    String.valueOf(producer.lastTimestampMs()),
                    text(producer.txnStartOffset())));
        }
        PaddedTable.print(
                out,
                List.of(
                        "ProducerId",
                        "ProducerEpoch",
                        "LatestCoordinatorEpoch",
                        "LastSequence",
                        "LastTimestamp",
                        "CurrentTransactionStartOffset"),
                rows);
    }

    private static void abort(ClusterClient client, ParsedArguments line, PrintStream err) {
        var spec = spec(client, line);
        try {
            new Producers(client).abort(spec);
        } catch (ApiErrorException refused) {
            LogLine.error(
                    err,
                    "org.apache.kafka.clients.admin.internals.AbortTransactionHandler",
                    "[AdminClient clientId=adminclient-1] WriteTxnMarkers request for abort spec " + spec
                            + Producers.logged(refused.code()));
            throw failed("Failed to abort transaction " + spec, refused);
        }
    }

    private static AbortSpec spec(ClusterClient client, ParsedArguments line) {
        var start = line.longInteger("start-offset");
        if (start.isPresent()) {
            return spec(client, partition(line), start.get());
        }
        var producer = line.longInteger("producer-id")
                .orElseThrow(() -> new IllegalArgumentException(
                        "The transaction to abort must be identified either with --start-offset (for brokers on 3.0 or"
                                + " above) or with --producer-id, --producer-epoch, and --coordinator-epoch (for older"
                                + " brokers)"));
        var epoch = line.integer("producer-epoch")
                .orElseThrow(() -> new IllegalArgumentException("Missing required argument --producer-epoch"));
        var coordinatorEpoch = line.integer("coordinator-epoch")
                .orElseThrow(() -> new IllegalArgumentException("Missing required argument --coordinator-epoch"));
        // A transaction that hangs before its producer's first marker has no coordinator epoch; 0 is below all.
        return new AbortSpec(partition(line), producer, epoch.shortValue(), Math.max(0, coordinatorEpoch));
    }

    private static AbortSpec spec(ClusterClient client, TopicPartition partition, long startOffset) {
        Optional<AbortSpec> spec;
        try {
            spec = new Producers(client).openAt(partition, startOffset);
        } catch (ClusterException refused) {
            throw failed("Failed to validate producer state for partition " + partition, refused);
        }
        return spec.orElseThrow(
                () -> new IllegalArgumentException("Could not find any open transactions starting at offset "
                        + startOffset + " on partition " + partition));
    }

    private static void forceTerminate(ClusterClient client, ParsedArguments line) {
        var id = line.required("transactionalId");
        try {
            new Transactions(client).forceTerminate(id);
        } catch (ClusterException refused) {
            throw failed("Failed to force terminate transactionalId `" + id + "`", refused);
        }
    }

    private static TopicPartition partition(ParsedArguments line) {
        return new TopicPartition(
                line.required("topic"), line.integer("partition").orElseThrow());
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : NONE;
    }

    private static String joined(List<TopicPartition> partitions) {
        var text = new StringBuilder();
        for (var partition : partitions) {
            text.append(text.isEmpty() ? "" : ",").append(partition);
        }
        return text.toString();
    }
}
