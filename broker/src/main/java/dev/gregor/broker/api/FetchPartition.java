package dev.gregor.broker.api;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchResponse;

/**
 * A partition that a client fetches: what it asks for, and, in a session, what it was told last. Equal to another of the
 * same topic id, or of the same name where ids are not used, and the same index. Guarded by its session.
 */
final class FetchPartition {
    private static final long NEVER_TOLD = -1;

    private final String topic;
    private final Uuid topicId;
    private final int index;
    private long fetchOffset;
    private int maxBytes;
    private int currentLeaderEpoch;
    private int lastFetchedEpoch;
    private long toldHighWatermark = NEVER_TOLD;
    private long toldLogStartOffset = NEVER_TOLD;

    FetchPartition(FetchRequestData.FetchTopic topic, FetchRequestData.FetchPartition request) {
        this(topic.topic(), topic.topicId(), request.partition());
        fetchOffset = request.fetchOffset();
        maxBytes = request.partitionMaxBytes();
        currentLeaderEpoch = request.currentLeaderEpoch();
        lastFetchedEpoch = request.lastFetchedEpoch();
    }

    /** Only to be compared with. */
    FetchPartition(String topic, Uuid topicId, int index) {
        this.topic = topic;
        this.topicId = topicId;
        this.index = index;
    }

    /** @return empty where ids are used */
    String topic() {
        return topic;
    }

    /** @return zero where names are used */
    Uuid topicId() {
        return topicId;
    }

    int index() {
        return index;
    }

    long fetchOffset() {
        return fetchOffset;
    }

    int maxBytes() {
        return maxBytes;
    }

    int currentLeaderEpoch() {
        return currentLeaderEpoch;
    }

    /** @return epoch of the last record the client has, or -1 */
    int lastFetchedEpoch() {
        return lastFetchedEpoch;
    }

    boolean isOfTopic(FetchPartition other) {
        return topicId.equals(other.topicId) && topic.equals(other.topic);
    }

    void update(FetchPartition request) {
        fetchOffset = request.fetchOffset;
        maxBytes = request.maxBytes;
        currentLeaderEpoch = request.currentLeaderEpoch;
        lastFetchedEpoch = request.lastFetchedEpoch;
    }

    /** Notes what the client is told; returns whether there is anything new in it (KIP-227). */
    boolean tell(FetchResponseData.PartitionData data) {
        boolean news = FetchResponse.recordsSize(data) > 0
                || toldHighWatermark != data.highWatermark()
                || toldLogStartOffset != data.logStartOffset()
                || FetchResponse.isPreferredReplica(data)
                || FetchResponse.isDivergingEpoch(data);
        toldHighWatermark = data.highWatermark();
        toldLogStartOffset = data.logStartOffset();
        if (data.errorCode() != Errors.NONE.code()) {
            toldHighWatermark = NEVER_TOLD; // told again when the error is gone
            return true;
        }
        return news;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof FetchPartition other && index == other.index && isOfTopic(other);
    }

    @Override
    public int hashCode() {
        return 31 * index + (topic.isEmpty() ? topicId.hashCode() : topic.hashCode());
    }
}
