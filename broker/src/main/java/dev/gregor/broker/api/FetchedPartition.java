package dev.gregor.broker.api;

import dev.gregor.broker.storage.LogSlice;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.requests.FetchResponse;

/** What was found for a partition that is fetched. */
record FetchedPartition(FetchPartition request, FetchResponseData.PartitionData data) {
    int sizeInBytes() {
        return FetchResponse.recordsSize(data);
    }

    /** Lets go of records that will not be sent. */
    void release() {
        if (data.records() instanceof LogSlice slice) {
            slice.release();
        }
    }
}
