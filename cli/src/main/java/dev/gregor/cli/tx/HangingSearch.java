package dev.gregor.cli.tx;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds transactions that hang (KIP-664): open in a partition for longer than any transaction may be, and unknown to the
 * coordinator that should end them. Such a one holds the last stable offset until someone aborts it.
 */
public final class HangingSearch {
    /** The most that {@code transaction.max.timeout.ms} allows by default. */
    public static final long DEFAULT_MAX_TIMEOUT_MS = 15 * 60_000L;

    private static final short TRANSACTIONAL_ID_NOT_FOUND = 105;
    private static final int PARTITIONS_AT_ONCE = 500;

    private final ClusterClient client;

    /** Over this client. */
    public HangingSearch(ClusterClient client) {
        this.client = client;
    }

    /** A transaction that has no marker yet in this partition. */
    public record Open(TopicPartition partition, ActiveProducer producer) {
        /** How long it has been silent, in milliseconds. */
        public long silentMs(long nowMs) {
            return nowMs - producer.lastTimestampMs();
        }
    }

    /**
     * What a search found.
     *
     * @param refusals the error codes of partitions that could not be asked: there may be more
     */
    record Found(List<Open> hanging, Map<TopicPartition, Short> refusals) {}

    /**
     * Searches these partitions.
     *
     * @param broker whose word counts; else the leaders'
     * @throws ApiErrorException with the words of Kafka's tool, also when one of the partitions refuses
     */
    public List<Open> search(
            Collection<TopicPartition> partitions, Optional<Integer> broker, long maxTimeoutMs, long nowMs) {
        var candidates = new ArrayList<Open>();
        for (var some : parts(partitions)) {
            candidates.addAll(silent(new Producers(client).of(some, broker), maxTimeoutMs, nowMs));
        }
        return hanging(candidates);
    }

    /** Searches those of these partitions whose leaders answer. */
    Found searchWherePossible(Collection<TopicPartition> partitions, long maxTimeoutMs, long nowMs) {
        var candidates = new ArrayList<Open>();
        var refusals = new LinkedHashMap<TopicPartition, Short>();
        for (var some : parts(partitions)) {
            var told = new Producers(client).toldBy(some, Optional.empty());
            candidates.addAll(silent(told.producers(), maxTimeoutMs, nowMs));
            refusals.putAll(told.refusals());
        }
        return new Found(hanging(candidates), refusals);
    }

    private static List<List<TopicPartition>> parts(Collection<TopicPartition> partitions) {
        var all = List.copyOf(partitions);
        var parts = new ArrayList<List<TopicPartition>>();
        for (int start = 0; start < all.size(); start += PARTITIONS_AT_ONCE) {
            parts.add(all.subList(start, Math.min(all.size(), start + PARTITIONS_AT_ONCE)));
        }
        return parts;
    }

    private List<Open> hanging(List<Open> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        // A plain HashMap on purpose: its order is that in which Kafka's tool prints transactions.
        var byProducer = new HashMap<Long, List<Open>>();
        for (var open : candidates) {
            byProducer
                    .computeIfAbsent(open.producer().producerId(), first -> new ArrayList<>())
                    .add(open);
        }
        var transactions = new HashMap<Long, Transaction>();
        var filter = new Transactions.Filter(-1, Optional.empty(), byProducer.keySet());
        for (var listing : new Transactions(client).list(filter)) {
            describe(listing.transactionalId()).ifPresent(found -> transactions.put(listing.producerId(), found));
        }
        return hanging(byProducer, transactions);
    }

    private static List<Open> silent(
            Map<TopicPartition, List<ActiveProducer>> producers, long maxTimeoutMs, long nowMs) {
        var silent = new ArrayList<Open>();
        producers.forEach((partition, active) -> {
            for (var producer : active) {
                var open = new Open(partition, producer);
                if (producer.txnStartOffset().isPresent() && open.silentMs(nowMs) > maxTimeoutMs) {
                    silent.add(open);
                }
            }
        });
        return silent;
    }

    private Optional<Transaction> describe(String transactionalId) {
        try {
            return Optional.of(new Transactions(client).describe(transactionalId));
        } catch (ApiErrorException refused) {
            if (refused.code() == TRANSACTIONAL_ID_NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Those whose coordinator does not know them, or has no marker left to write to their partition. */
    static List<Open> hanging(Map<Long, List<Open>> byProducer, Map<Long, Transaction> transactions) {
        var hanging = new ArrayList<Open>();
        for (var producer : byProducer.entrySet()) {
            var transaction = transactions.get(producer.getKey());
            for (var open : producer.getValue()) {
                if (transaction == null || !transaction.partitions().contains(open.partition())) {
                    hanging.add(open);
                }
            }
        }
        return hanging;
    }
}
