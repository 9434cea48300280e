package dev.gregor.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest outside client there is: one blocking socket, the generated message classes, tries repeated every two
 * milliseconds. It measures when a server answers, not how quick a client gets going. Every wait ends after
 * {@link #DEADLINE_S}, or at once when the server has died.
 */
final class RawClient implements AutoCloseable {
    static final long DEADLINE_S = 180;

    private static final long BETWEEN_TRIES_NS = 2_000_000;
    private static final int SOCKET_TIMEOUT_MS = 60_000;
    private static final int REQUEST_TIMEOUT_MS = 30_000;
    private static final short ACKS_ALL = -1;
    private static final long LATEST = -1;

    // Versions that name topics, which every broker since 2.8 and stand-ins serve.
    private static final short CREATE_TOPICS = 6;
    private static final short METADATA = 9;
    private static final short PRODUCE = 9;
    private static final short LIST_OFFSETS = 6;

    private final int port;
    private final LivenessCheck server;
    private @Nullable Socket socket;
    private int correlationId;

    /** Throws with the reason when the server is gone. */
    @FunctionalInterface
    interface LivenessCheck {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Attempt {
        /** @return whether what was waited for is there */
        boolean succeeds() throws IOException;
    }

    RawClient(int port, LivenessCheck server) {
        this.port = port;
        this.server = server;
    }

    /** Creates the topic, waits until each partition has a leader, and until a record is acknowledged with acks=all. */
    void firstRecord(String topic, int partitions) throws IOException {
        createTopic(topic, partitions);
        produce(topic, List.of(0), oneBatch(1, 100));
    }

    void createTopic(String topic, int partitions) throws IOException {
        var request = new CreateTopicsRequestData().setTimeoutMs(REQUEST_TIMEOUT_MS);
        request.topics()
                .add(new CreateTopicsRequestData.CreatableTopic()
                        .setName(topic)
                        .setNumPartitions(partitions)
                        .setReplicationFactor((short) 1));
        until("topic " + topic + " is created", () -> {
            var answer =
                    new CreateTopicsResponseData(call(ApiKeys.CREATE_TOPICS, CREATE_TOPICS, request), CREATE_TOPICS);
            short error = answer.topics().iterator().next().errorCode();
            return error == Errors.NONE.code() || error == Errors.TOPIC_ALREADY_EXISTS.code();
        });
        awaitLeaders(topic, partitions);
    }

    /** Waits until the metadata has a leader for each of the partitions. */
    void awaitLeaders(String topic, int partitions) throws IOException {
        var request = new MetadataRequestData().setAllowAutoTopicCreation(false);
        request.topics().add(new MetadataRequestData.MetadataRequestTopic().setName(topic));
        until(partitions + " partitions of " + topic + " have leaders", () -> {
            var answer = new MetadataResponseData(call(ApiKeys.METADATA, METADATA, request), METADATA);
            var rows = answer.topics().iterator().next().partitions();
            return rows.size() == partitions
                    && rows.stream().allMatch(row -> row.errorCode() == Errors.NONE.code() && row.leaderId() >= 0);
        });
    }

    /**
     * Creates the topic and puts one record into each partition. Apache Kafka shows a new topic in its metadata a little before
     * its partitions take records: an idempotent producer that comes in between may have its first batch refused and its second
     * one taken, and then can send nothing more.
     */
    void createWritableTopic(String topic, int partitions, int recordBytes) throws IOException {
        createTopic(topic, partitions);
        produce(topic, IntStream.range(0, partitions).boxed().toList(), oneBatch(1, recordBytes));
    }

    /** Appends the batch to each of the partitions, in one request; those that refuse it are tried again. */
    void produce(String topic, List<Integer> partitions, MemoryRecords batch) throws IOException {
        var waiting = new HashSet<>(partitions);
        until("records of " + topic + " are acknowledged", () -> {
            var request = produceRequest(topic, waiting, batch);
            var answer = new ProduceResponseData(call(ApiKeys.PRODUCE, PRODUCE, request), PRODUCE);
            for (var row : answer.responses().iterator().next().partitionResponses()) {
                if (row.errorCode() == Errors.NONE.code()) {
                    waiting.remove(row.index());
                }
            }
            return waiting.isEmpty();
        });
    }

    private static ProduceRequestData produceRequest(String topic, Set<Integer> partitions, MemoryRecords batch) {
        var rows = new ProduceRequestData.TopicProduceData().setName(topic);
        for (int partition : partitions) {
            rows.partitionData()
                    .add(new ProduceRequestData.PartitionProduceData()
                            .setIndex(partition)
                            .setRecords(batch));
        }
        var request = new ProduceRequestData().setAcks(ACKS_ALL).setTimeoutMs(REQUEST_TIMEOUT_MS);
        request.topicData().add(rows);
        return request;
    }

    /** Waits until each partition answers with this log end offset. */
    void awaitEndOffsets(String topic, int partitions, long endOffset) throws IOException {
        until(partitions + " partitions of " + topic + " end at " + endOffset, () -> {
            var rows = listEndOffsets(topic, partitions);
            return rows.stream().allMatch(row -> row.errorCode() == Errors.NONE.code() && row.offset() == endOffset);
        });
    }

    /** @return the sum of the log end offsets: how many records the topic has, as nothing was deleted */
    long recordCount(String topic, int partitions) throws IOException {
        return listEndOffsets(topic, partitions).stream()
                .mapToLong(ListOffsetsResponseData.ListOffsetsPartitionResponse::offset)
                .sum();
    }

    private List<ListOffsetsResponseData.ListOffsetsPartitionResponse> listEndOffsets(String topic, int partitions)
            throws IOException {
        var rows = IntStream.range(0, partitions)
                .mapToObj(partition -> new ListOffsetsRequestData.ListOffsetsPartition()
                        .setPartitionIndex(partition)
                        .setTimestamp(LATEST))
                .toList();
        var request = new ListOffsetsRequestData()
                .setReplicaId(-1)
                .setTopics(List.of(new ListOffsetsRequestData.ListOffsetsTopic()
                        .setName(topic)
                        .setPartitions(rows)));
        return new ListOffsetsResponseData(call(ApiKeys.LIST_OFFSETS, LIST_OFFSETS, request), LIST_OFFSETS)
                .topics()
                .get(0)
                .partitions();
    }

    static MemoryRecords oneBatch(int records, int valueBytes) {
        var value = new byte[valueBytes];
        return MemoryRecords.withRecords(
                Compression.NONE,
                IntStream.range(0, records)
                        .mapToObj(i -> new SimpleRecord(value))
                        .toArray(SimpleRecord[]::new));
    }

    private void until(String what, Attempt attempt) throws IOException {
        long deadlineNs = System.nanoTime() + DEADLINE_S * 1_000_000_000;
        IOException last = new IOException("the answers were errors");
        while (System.nanoTime() < deadlineNs) {
            server.run();
            try {
                if (attempt.succeeds()) {
                    return;
                }
            } catch (IOException notYet) {
                last = notYet;
                close();
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NS);
        }
        throw new IOException("waited " + DEADLINE_S + " s until " + what, last);
    }

    private ByteBufferAccessor call(ApiKeys api, short version, ApiMessage body) throws IOException {
        var connected = connected();
        connected.getOutputStream().write(frame(api, version, body, ++correlationId));
        var in = new DataInputStream(connected.getInputStream());
        var answer = new byte[in.readInt()];
        in.readFully(answer);
        var accessor = new ByteBufferAccessor(ByteBuffer.wrap(answer));
        int answered = new ResponseHeaderData(accessor, api.responseHeaderVersion(version)).correlationId();
        if (answered != correlationId) {
            throw new EOFException("answer to " + answered + " instead of " + correlationId);
        }
        return accessor;
    }

    private static byte[] frame(ApiKeys api, short version, ApiMessage body, int correlationId) {
        var header = new RequestHeaderData()
                .setRequestApiKey(api.id)
                .setRequestApiVersion(version)
                .setCorrelationId(correlationId)
                .setClientId("bench");
        short headerVersion = api.requestHeaderVersion(version);
        var sizes = new ObjectSerializationCache();
        int sizeBytes = header.size(sizes, headerVersion) + body.size(sizes, version);
        var accessor = new ByteBufferAccessor(ByteBuffer.allocate(Integer.BYTES + sizeBytes));
        accessor.writeInt(sizeBytes);
        header.write(accessor, sizes, headerVersion);
        body.write(accessor, sizes, version);
        return accessor.buffer().array();
    }

    private Socket connected() throws IOException {
        if (socket == null) {
            var opened = new Socket();
            try {
                opened.setTcpNoDelay(true);
                opened.setSoTimeout(SOCKET_TIMEOUT_MS);
                opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException refused) {
                opened.close();
                throw refused;
            }
            socket = opened;
        }
        return socket;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
