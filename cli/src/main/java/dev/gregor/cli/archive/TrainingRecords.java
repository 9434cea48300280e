package dev.gregor.cli.archive;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.OffsetFetchRequestData;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupResponseData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;

/** What the training cluster answers to producers and consumers: every record is taken, and each partition holds one. */
final class TrainingRecords {
    private static final String MEMBER = "member";

    private final String host;
    private final int port;

    TrainingRecords(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** The answer to a request of these APIs; an empty one to any other. */
    ApiMessage answerTo(ApiMessage request, ApiMessage otherwise) {
        if (request instanceof ProduceRequestData produce) {
            return produced(produce);
        }
        if (request instanceof FetchRequestData fetch) {
            return fetched(fetch);
        }
        if (request instanceof FindCoordinatorRequestData find) {
            return coordinator(find);
        }
        if (request instanceof JoinGroupRequestData join) {
            return joined(join);
        }
        if (request instanceof SyncGroupRequestData sync) {
            return synced(sync);
        }
        if (request instanceof OffsetFetchRequestData offsets) {
            return committed(offsets);
        }
        if (request instanceof ListOffsetsRequestData offsets) {
            return listed(offsets);
        }
        return otherwise instanceof InitProducerIdResponseData
                ? new InitProducerIdResponseData().setProducerId(1).setProducerEpoch((short) 0)
                : otherwise;
    }

    private static ApiMessage produced(ProduceRequestData request) {
        var answer = new ProduceResponseData();
        for (var topic : request.topicData()) {
            var taken = new ProduceResponseData.TopicProduceResponse()
                    .setName(topic.name())
                    .setTopicId(topic.topicId());
            topic.partitionData()
                    .forEach(partition -> taken.partitionResponses()
                            .add(new ProduceResponseData.PartitionProduceResponse().setIndex(partition.index())));
            answer.responses().add(taken);
        }
        return answer;
    }

    private static ApiMessage fetched(FetchRequestData request) {
        var answer = new FetchResponseData();
        for (var topic : request.topics()) {
            var read = new FetchResponseData.FetchableTopicResponse()
                    .setTopic(topic.topic())
                    .setTopicId(topic.topicId());
            topic.partitions()
                    .forEach(partition -> read.partitions()
                            .add(new FetchResponseData.PartitionData()
                                    .setPartitionIndex(partition.partition())
                                    .setHighWatermark(1)
                                    .setLastStableOffset(1)
                                    .setLogStartOffset(0)
                                    .setRecords(records(partition.fetchOffset()))));
            answer.responses().add(read);
        }
        return answer;
    }

    private static MemoryRecords records(long fetchOffset) {
        return fetchOffset > 0
                ? MemoryRecords.EMPTY
                : MemoryRecords.withRecords(
                        Compression.NONE, new SimpleRecord("record".getBytes(StandardCharsets.UTF_8)));
    }

    private ApiMessage coordinator(FindCoordinatorRequestData request) {
        var answer = new FindCoordinatorResponseData();
        for (var key : request.coordinatorKeys()) {
            answer.coordinators()
                    .add(new FindCoordinatorResponseData.Coordinator()
                            .setKey(key)
                            .setHost(host)
                            .setPort(port));
        }
        return answer;
    }

    private static ApiMessage joined(JoinGroupRequestData request) {
        var protocol = request.protocols().iterator().next();
        var answer = new JoinGroupResponseData()
                .setGenerationId(1)
                .setProtocolType(request.protocolType())
                .setProtocolName(protocol.name())
                .setLeader(MEMBER)
                .setMemberId(MEMBER);
        answer.members()
                .add(new JoinGroupResponseData.JoinGroupResponseMember()
                        .setMemberId(MEMBER)
                        .setMetadata(protocol.metadata()));
        return answer;
    }

    private static ApiMessage synced(SyncGroupRequestData request) {
        return new SyncGroupResponseData()
                .setProtocolType(request.protocolType())
                .setProtocolName(request.protocolName())
                .setAssignment(request.assignments().get(0).assignment());
    }

    private static ApiMessage committed(OffsetFetchRequestData request) {
        var answer = new OffsetFetchResponseData();
        for (var group : request.groups()) {
            var known = new OffsetFetchResponseData.OffsetFetchResponseGroup().setGroupId(group.groupId());
            for (var topic : group.topics()) {
                var offsets = new OffsetFetchResponseData.OffsetFetchResponseTopics()
                        .setName(topic.name())
                        .setTopicId(topic.topicId());
                topic.partitionIndexes()
                        .forEach(index -> offsets.partitions()
                                .add(new OffsetFetchResponseData.OffsetFetchResponsePartitions()
                                        .setPartitionIndex(index)
                                        .setCommittedOffset(-1)));
                known.topics().add(offsets);
            }
            answer.groups().add(known);
        }
        return answer;
    }

    private static ApiMessage listed(ListOffsetsRequestData request) {
        var answer = new ListOffsetsResponseData();
        for (var topic : request.topics()) {
            var offsets = new ListOffsetsResponseData.ListOffsetsTopicResponse().setName(topic.name());
            topic.partitions()
                    .forEach(partition -> offsets.partitions()
                            .add(new ListOffsetsResponseData.ListOffsetsPartitionResponse()
                                    .setPartitionIndex(partition.partitionIndex())
                                    .setOffset(0)));
            answer.topics().add(offsets);
        }
        return answer;
    }
}
