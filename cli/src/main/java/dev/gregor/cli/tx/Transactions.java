package dev.gregor.cli.tx;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DescribeTransactionsRequestData;
import org.apache.kafka.common.message.DescribeTransactionsResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.ListTransactionsRequestData;
import org.apache.kafka.common.message.ListTransactionsResponseData;

/** What there is to ask transaction coordinators. Refusals are {@link ApiErrorException}s with the messages of Kafka's tools. */
public final class Transactions {
    private static final short DESCRIBE_TRANSACTIONS = 65;
    private static final short LIST_TRANSACTIONS = 66;
    private static final short CONCURRENT_TRANSACTIONS = 51;
    private static final short TRANSACTIONAL_ID_NOT_FOUND = 105;
    private static final short TRANSACTIONAL_ID_AUTHORIZATION_FAILED = 53;
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;
    private static final long NONE = -1;
    /** The transaction's own; brokers refuse more than their {@code transaction.max.timeout.ms}. */
    private static final int MOST_TRANSACTION_MS = 30_000;

    private static final int PATIENCE_MS = 5_000;
    private static final int PAUSE_MS = 50;

    private final ClusterClient client;

    /** Over this client. */
    public Transactions(ClusterClient client) {
        this.client = client;
    }

    /**
     * Which transactions are listed.
     *
     * @param longerThanMs only those that have been running for longer; below 0 all
     * @param pattern      a regular expression (RE2) for the whole transactional id; empty for all
     * @param producerIds  only theirs; none for all
     */
    public record Filter(long longerThanMs, Optional<String> pattern, Collection<Long> producerIds) {
        /** All of them. */
        public static Filter all() {
            return new Filter(-1, Optional.empty(), List.of());
        }
    }

    /** A broker does not list its transactions; the message is Kafka's. */
    public static final class BrokerRefusedException extends ClusterException {
        private static final long serialVersionUID = 1L;

        private final int broker;
        private final short code;

        BrokerRefusedException(int broker, short code) {
            super("ListTransactions request sent to broker " + broker + " failed with an unexpected exception");
            this.broker = broker;
            this.code = code;
        }

        int broker() {
            return broker;
        }

        short code() {
            return code;
        }
    }

    /**
     * The transactions of all coordinators, by broker.
     *
     * @throws BrokerRefusedException when one does not tell
     */
    public List<Transaction.Listing> list(Filter filter) {
        var listings = new ArrayList<Transaction.Listing>();
        var brokers = new TreeSet<Integer>();
        for (var broker : client.cluster().brokers()) {
            brokers.add(broker.id());
        }
        for (int broker : brokers) {
            checkServed(filter, broker);
            var request = new ListTransactionsRequestData()
                    .setProducerIdFilters(List.copyOf(filter.producerIds()))
                    .setDurationFilter(filter.longerThanMs());
            if (filter.pattern().isPresent() && !filter.pattern().get().isEmpty()) {
                request.setTransactionalIdPattern(filter.pattern().get());
            }
            var answer = client.ask(
                    Target.broker(broker),
                    request,
                    new ListTransactionsResponseData(),
                    ListTransactionsResponseData::errorCode);
            if (answer.errorCode() != ErrorCodes.NONE) {
                throw new BrokerRefusedException(broker, answer.errorCode());
            }
            for (var row : answer.transactionStates()) {
                listings.add(new Transaction.Listing(
                        broker, row.transactionalId(), row.producerId(), row.transactionState()));
            }
        }
        return listings;
    }

    private void checkServed(Filter filter, int broker) {
        int max = ServedApi.require(client, Target.broker(broker), LIST_TRANSACTIONS, "LIST_TRANSACTIONS");
        if (filter.longerThanMs() >= 0 && max < 1) {
            throw new ApiErrorException(
                    ErrorCodes.UNSUPPORTED_VERSION,
                    "Duration filter can be set only when using API version 1 or higher. If client is connected to an"
                            + " older broker, do not specify duration filter or set duration filter to -1.");
        }
        if (filter.pattern().isPresent() && !filter.pattern().get().isEmpty() && max < 2) {
            throw new ApiErrorException(
                    ErrorCodes.UNSUPPORTED_VERSION,
                    "Transactional ID pattern filter can be set only when using API version 2 or higher. If client is"
                            + " connected to an older broker, do not specify the pattern filter.");
        }
    }

    /**
     * The transaction of this id.
     *
     * @throws ApiErrorException TRANSACTIONAL_ID_NOT_FOUND when its coordinator does not know it
     */
    public Transaction describe(String transactionalId) {
        int coordinator = TransactionCoordinator.of(client, transactionalId);
        ServedApi.require(client, Target.broker(coordinator), DESCRIBE_TRANSACTIONS, "DESCRIBE_TRANSACTIONS");
        var answer = client.ask(
                Target.broker(coordinator),
                new DescribeTransactionsRequestData().setTransactionalIds(List.of(transactionalId)),
                new DescribeTransactionsResponseData(),
                Transactions::errorOf);
        var state = answer.transactionStates().get(0);
        if (state.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(
                    state.errorCode(),
                    "DescribeTransactions request for transactionalId `" + transactionalId + "` "
                            + why(state.errorCode()));
        }
        // A plain HashSet on purpose: its order is that in which Kafka's tool prints partitions.
        var partitions = new HashSet<TopicPartition>();
        for (var topic : state.topics()) {
            for (int partition : topic.partitions()) {
                partitions.add(new TopicPartition(topic.topic(), partition));
            }
        }
        return new Transaction(
                coordinator,
                transactionalId,
                state.producerId(),
                state.producerEpoch(),
                state.transactionState(),
                state.transactionTimeoutMs(),
                state.transactionStartTimeMs() < 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(state.transactionStartTimeMs()),
                List.copyOf(partitions));
    }

    private static short errorOf(DescribeTransactionsResponseData answer) {
        return answer.transactionStates().get(0).errorCode();
    }

    private static String why(short code) {
        return switch (code) {
            case TRANSACTIONAL_ID_NOT_FOUND -> "failed because the ID could not be found";
            case TRANSACTIONAL_ID_AUTHORIZATION_FAILED -> "failed due to authorization failure";
            default -> "failed due to unexpected error";
        };
    }

    /** Ends the transaction of this id, if it has one, by fencing its producer off. */
    public void forceTerminate(String transactionalId) {
        var request = new InitProducerIdRequestData()
                .setTransactionalId(transactionalId)
                .setProducerId(NONE)
                .setProducerEpoch((short) NONE)
                .setTransactionTimeoutMs(Math.min(client.requestTimeoutMs(), MOST_TRANSACTION_MS));
        long deadlineNanos = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (true) {
            short code = client.ask(
                            Target.transactionCoordinator(transactionalId),
                            request,
                            new InitProducerIdResponseData(),
                            InitProducerIdResponseData::errorCode)
                    .errorCode();
            if (code == ErrorCodes.NONE) {
                return;
            }
            // The one before is being ended.
            if (code != CONCURRENT_TRANSACTIONS || System.nanoTime() > deadlineNanos || !pause()) {
                throw new ApiErrorException(
                        code,
                        "InitProducerId request for transactionalId `" + transactionalId + "` " + whyNotFenced(code));
            }
        }
    }

    private static String whyNotFenced(short code) {
        return switch (code) {
            case CLUSTER_AUTHORIZATION_FAILED -> "failed due to cluster authorization failure";
            case TRANSACTIONAL_ID_AUTHORIZATION_FAILED -> "failed due to transactional ID authorization failure";
            default -> "failed due to unexpected error";
        };
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
