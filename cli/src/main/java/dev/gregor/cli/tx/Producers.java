package dev.gregor.cli.tx;

import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.cli.partition.PartitionLeaders;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DescribeProducersRequestData;
import org.apache.kafka.common.message.DescribeProducersRequestData.TopicRequest;
import org.apache.kafka.common.message.DescribeProducersResponseData;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData.WritableTxnMarker;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData.WritableTxnMarkerTopic;
import org.apache.kafka.common.message.WriteTxnMarkersResponseData;

/** What there is to ask partitions about their producers. Refusals are {@link ApiErrorException}s with Kafka's messages. */
public final class Producers {
    private static final short DESCRIBE_PRODUCERS = 61;
    private static final short NOT_LEADER_OR_FOLLOWER = 6;
    private static final short INVALID_TOPIC = 17;
    private static final short TOPIC_AUTHORIZATION_FAILED = 29;
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;
    private static final short INVALID_PRODUCER_EPOCH = 47;
    private static final short TRANSACTION_COORDINATOR_FENCED = 52;

    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final ClusterClient client;

    /** Over this client. */
    public Producers(ClusterClient client) {
        this.client = client;
    }

    /**
     * What partitions said of their producers.
     *
     * @param refusals the error codes of those that said nothing, none of them 0
     */
    public record Told(
            Map<TopicPartition, List<ActiveProducer>> producers, SortedMap<TopicPartition, Short> refusals) {}

    /**
     * The active producers of partitions, as their leaders or as one broker knows them.
     *
     * @throws ApiErrorException the first of those that refuse
     */
    public Map<TopicPartition, List<ActiveProducer>> of(
            Collection<TopicPartition> partitions, Optional<Integer> broker) {
        var told = toldBy(partitions, broker);
        for (var refusal : told.refusals().entrySet()) {
            throw refused(refusal.getKey(), refusal.getValue(), broker);
        }
        return told.producers();
    }

    /** As {@link #of}, of those partitions that answer. */
    public Told toldBy(Collection<TopicPartition> partitions, Optional<Integer> broker) {
        var producers = new HashMap<TopicPartition, List<ActiveProducer>>();
        var errors = broker.isPresent()
                ? ask(broker.get(), List.copyOf(partitions), producers)
                : new PartitionLeaders(client).ask(partitions, (leader, led) -> ask(leader, led, producers));
        var refusals = new TreeMap<TopicPartition, Short>(BY_NAME);
        errors.forEach((partition, code) -> {
            if (code != ErrorCodes.NONE) {
                refusals.put(partition, code);
                producers.remove(partition);
            }
        });
        return new Told(producers, refusals);
    }

    private static ApiErrorException refused(TopicPartition partition, short code, Optional<Integer> broker) {
        return new ApiErrorException(
                code,
                switch (code) {
                    case NOT_LEADER_OR_FOLLOWER ->
                        "Failed to describe active producers for partition " + partition
                                + broker.map(id -> " on brokerId " + id).orElse("");
                    case INVALID_TOPIC ->
                        "Failed to fetch metadata for partition " + partition + " due to invalid topic error: "
                                + ErrorCodes.text(code, "");
                    case TOPIC_AUTHORIZATION_FAILED ->
                        "Failed to describe active producers for partition " + partition
                                + " due to authorization failure on topic `" + partition.topic() + "`";
                    case ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION -> partition + " does not exist";
                    default ->
                        "Failed to describe active producers for partition " + partition + " due to unexpected error";
                });
    }

    private Map<TopicPartition, Short> ask(
            int broker, List<TopicPartition> partitions, Map<TopicPartition, List<ActiveProducer>> producers) {
        ServedApi.require(client, Target.broker(broker), DESCRIBE_PRODUCERS, "DESCRIBE_PRODUCERS");
        var topics = new LinkedHashMap<String, TopicRequest>();
        for (var partition : partitions) {
            var topic = topics.get(partition.topic());
            if (topic == null) {
                topic = new TopicRequest().setName(partition.topic());
                topics.put(partition.topic(), topic);
            }
            topic.partitionIndexes().add(partition.partition());
        }
        var answer = client.ask(
                Target.broker(broker),
                new DescribeProducersRequestData().setTopics(new ArrayList<>(topics.values())),
                new DescribeProducersResponseData());
        var errors = new HashMap<TopicPartition, Short>();
        for (var topic : answer.topics()) {
            for (var row : topic.partitions()) {
                var partition = new TopicPartition(topic.name(), row.partitionIndex());
                errors.put(partition, row.errorCode());
                producers.put(partition, states(row));
            }
        }
        return errors;
    }

    private static List<ActiveProducer> states(DescribeProducersResponseData.PartitionResponse row) {
        var states = new ArrayList<ActiveProducer>();
        for (var producer : row.activeProducers()) {
            states.add(new ActiveProducer(
                    producer.producerId(),
                    producer.producerEpoch(),
                    Math.max(-1, producer.coordinatorEpoch()),
                    producer.lastSequence(),
                    producer.lastTimestamp(),
                    producer.currentTxnStartOffset() < 0
                            ? OptionalLong.empty()
                            : OptionalLong.of(producer.currentTxnStartOffset())));
        }
        return states;
    }

    /** What would abort the transaction that is open in this partition from this offset on. */
    public Optional<AbortSpec> openAt(TopicPartition partition, long startOffset) {
        for (var producer : of(List.of(partition), Optional.empty()).getOrDefault(partition, List.of())) {
            if (producer.txnStartOffset().isPresent()
                    && producer.txnStartOffset().getAsLong() == startOffset) {
                return Optional.of(new AbortSpec(
                        partition,
                        producer.producerId(),
                        (short) producer.producerEpoch(),
                        // A transaction that hangs before its producer's first marker has none; 0 is below all.
                        Math.max(0, producer.coordinatorEpoch())));
            }
        }
        return Optional.empty();
    }

    /** Writes an abort marker, past the transaction's coordinator. */
    public void abort(AbortSpec spec) {
        var errors = new PartitionLeaders(client)
                .ask(List.of(spec.partition()), (leader, partitions) -> writeMarker(leader, spec));
        for (short code : errors.values()) {
            throw new ApiErrorException(code, "WriteTxnMarkers request with " + spec + " " + whyNotAborted(spec, code));
        }
    }

    private static String whyNotAborted(AbortSpec spec, short code) {
        return switch (code) {
            case CLUSTER_AUTHORIZATION_FAILED -> "failed due to cluster authorization error";
            case INVALID_PRODUCER_EPOCH -> "failed due an invalid producer epoch";
            case TRANSACTION_COORDINATOR_FENCED ->
                "failed since the provided coordinator epoch " + spec.coordinatorEpoch()
                        + " has been fenced by the active coordinator";
            default -> "failed due to unexpected error: " + ErrorCodes.text(code, "");
        };
    }

    /** How Kafka's client logs an abort that was refused with this code. */
    static String logged(short code) {
        return switch (code) {
            case CLUSTER_AUTHORIZATION_FAILED -> " failed cluster authorization";
            case INVALID_PRODUCER_EPOCH -> " failed due to an invalid producer epoch";
            case TRANSACTION_COORDINATOR_FENCED -> " failed because the coordinator epoch is fenced";
            default -> " failed due to an unexpected error " + KafkaText.name(code);
        };
    }

    private Map<TopicPartition, Short> writeMarker(int leader, AbortSpec spec) {
        var marker = new WritableTxnMarker()
                .setProducerId(spec.producerId())
                .setProducerEpoch(spec.producerEpoch())
                .setCoordinatorEpoch(spec.coordinatorEpoch())
                .setTransactionResult(false)
                .setTopics(List.of(new WritableTxnMarkerTopic()
                        .setName(spec.partition().topic())
                        .setPartitionIndexes(List.of(spec.partition().partition()))));
        var answer = client.ask(
                Target.broker(leader),
                new WriteTxnMarkersRequestData().setMarkers(List.of(marker)),
                new WriteTxnMarkersResponseData());
        var errors = new HashMap<TopicPartition, Short>();
        for (var written : answer.markers()) {
            for (var topic : written.topics()) {
                for (var partition : topic.partitions()) {
                    errors.put(new TopicPartition(topic.name(), partition.partitionIndex()), partition.errorCode());
                }
            }
        }
        return errors;
    }
}
