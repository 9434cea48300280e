package dev.gregor.broker.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchMetadata;

/**
 * What one client fetches, remembered between its requests (KIP-227).
 *
 * <p>Its lock is contended only if two connections use one session, which honest clients do not.
 */
final class FetchSession {
    private static final short TOPIC_IDS_SINCE = 13;

    private final int id;
    private final boolean fromFollower;
    private final boolean usesTopicIds;
    private final long createdMs;
    private final Map<FetchPartition, FetchPartition> partitions;
    private int epoch = FetchMetadata.nextEpoch(FetchMetadata.INITIAL_EPOCH);
    private volatile long lastUsedMs;
    private volatile int size;

    FetchSession(int id, boolean fromFollower, boolean usesTopicIds, long nowMs, List<FetchPartition> partitions) {
        this.id = id;
        this.fromFollower = fromFollower;
        this.usesTopicIds = usesTopicIds;
        this.createdMs = nowMs;
        this.lastUsedMs = nowMs;
        this.size = partitions.size();
        this.partitions = new LinkedHashMap<>(2 * partitions.size());
        partitions.forEach(partition -> this.partitions.put(partition, partition));
    }

    int id() {
        return id;
    }

    boolean fromFollower() {
        return fromFollower;
    }

    long createdMs() {
        return createdMs;
    }

    long lastUsedMs() {
        return lastUsedMs;
    }

    int size() {
        return size;
    }

    /** Takes the changes that an incremental request brings; NONE if it is the next of this session. */
    synchronized Errors begin(short version, FetchRequestData request, long nowMs) {
        if (request.sessionEpoch() != epoch) {
            return Errors.INVALID_FETCH_SESSION_EPOCH;
        }
        if (usesTopicIds != version >= TOPIC_IDS_SINCE) {
            return Errors.FETCH_SESSION_TOPIC_ID_ERROR;
        }
        for (var topic : request.topics()) {
            for (var partition : topic.partitions()) {
                var asked = new FetchPartition(topic, partition);
                var known = partitions.putIfAbsent(asked, asked);
                if (known != null) {
                    known.update(asked);
                }
            }
        }
        for (var topic : request.forgottenTopicsData()) {
            for (int partition : topic.partitions()) {
                partitions.remove(new FetchPartition(topic.topic(), topic.topicId(), partition));
            }
        }
        epoch = FetchMetadata.nextEpoch(epoch);
        size = partitions.size();
        lastUsedMs = nowMs;
        return Errors.NONE;
    }

    synchronized List<FetchPartition> partitions() {
        return new ArrayList<>(partitions.keySet());
    }

    /**
     * Keeps of the rows those with news; partitions that had records go to the end, so that all get their turn.
     *
     * @param requestEpoch of the request that is answered
     * @return INVALID_FETCH_SESSION_EPOCH if another request has come meanwhile
     */
    synchronized Errors keepNews(int requestEpoch, List<FetchedPartition> rows) {
        if (epoch != FetchMetadata.nextEpoch(requestEpoch)) {
            return Errors.INVALID_FETCH_SESSION_EPOCH;
        }
        rows.removeIf(row -> !row.request().tell(row.data()));
        for (var row : rows) {
            if (row.sizeInBytes() > 0 && partitions.remove(row.request()) != null) {
                partitions.put(row.request(), row.request());
            }
        }
        return Errors.NONE;
    }
}
