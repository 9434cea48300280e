package dev.gregor.broker.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.requests.FetchMetadata;

/**
 * The fetch sessions of this broker (KIP-227), bounded by {@code max.incremental.fetch.session.cache.slots}.
 *
 * <p>When all slots are taken, a new session takes the place of one unused for two minutes, or else, if none is, of a smaller
 * one that is two minutes old; a follower's also of a consumer's. Found without a lock; made and dropped under one.
 */
final class FetchSessions {
    static final long EVICTION_MS = 120_000;

    private final int slots;
    private final RandomGenerator random;
    private final ConcurrentMap<Integer, FetchSession> sessions = new ConcurrentHashMap<>();

    FetchSessions(int slots, RandomGenerator random) {
        this.slots = slots;
        this.random = random;
    }

    Optional<FetchSession> session(int id) {
        return Optional.ofNullable(sessions.get(id));
    }

    int size() {
        return sessions.size();
    }

    void remove(int id) {
        sessions.remove(id);
    }

    /** @return the id of a new session, or {@link FetchMetadata#INVALID_SESSION_ID} if there is no room for it */
    synchronized int create(boolean fromFollower, boolean usesTopicIds, List<FetchPartition> partitions, long nowMs) {
        if (sessions.size() >= slots && !evict(fromFollower, partitions.size(), nowMs)) {
            return FetchMetadata.INVALID_SESSION_ID;
        }
        int id;
        do {
            id = random.nextInt(1, Integer.MAX_VALUE);
        } while (sessions.containsKey(id));
        sessions.put(id, new FetchSession(id, fromFollower, usesTopicIds, nowMs, partitions));
        return id;
    }

    private boolean evict(boolean forFollower, int forSize, long nowMs) {
        FetchSession oldest = null;
        FetchSession least = null;
        for (var session : sessions.values()) {
            if (oldest == null || session.lastUsedMs() < oldest.lastUsedMs()) {
                oldest = session;
            }
            boolean grown = nowMs - session.createdMs() > EVICTION_MS;
            if ((grown || forFollower && !session.fromFollower()) && (least == null || isLess(session, least))) {
                least = session;
            }
        }
        if (oldest != null && nowMs - oldest.lastUsedMs() > EVICTION_MS) {
            sessions.remove(oldest.id());
            return true;
        }
        if (least == null || !isAtLeast(forFollower, forSize, least)) {
            return false;
        }
        sessions.remove(least.id());
        return true;
    }

    private static boolean isLess(FetchSession one, FetchSession other) {
        return one.fromFollower() == other.fromFollower() ? one.size() < other.size() : other.fromFollower();
    }

    /** As Kafka orders them: followers' above consumers', then by size, and an equal one holds its place. */
    private static boolean isAtLeast(boolean fromFollower, int size, FetchSession other) {
        return fromFollower == other.fromFollower() ? size > other.size() : fromFollower;
    }
}
