package dev.gregor.cli;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;

/**
 * Brokers 1 to n, each on a socket of its own, that answer as a test's script says: for what one broker alone never shows. Each
 * knows the topics it is given; one that is {@link #down} is still named by the others, as in the seconds before a cluster notices.
 */
public final class ScriptedCluster implements Closeable {
    /** Answers a request to a broker; hangs up by throwing. */
    @FunctionalInterface
    public interface Script {
        ApiMessage answer(int broker, ApiMessage request) throws IOException;
    }

    /** No test waits for it. */
    private static final int TIMEOUT_MS = 30_000;

    private final SortedMap<Integer, ServerSocket> sockets = new TreeMap<>();
    private final List<MetadataResponseTopic> topics = new CopyOnWriteArrayList<>();
    private final Map<ApiMessageType, Script> scripts = new EnumMap<>(ApiMessageType.class);
    private final Map<Integer, Integer> moved = new ConcurrentHashMap<>();

    public ScriptedCluster(int brokers) {
        for (int id = 1; id <= brokers; id++) {
            try {
                sockets.put(id, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        sockets.forEach((id, socket) -> daemon(() -> accept(id, socket)));
    }

    /** The first broker's address. */
    public String bootstrap() {
        return "127.0.0.1:" + port(sockets.firstKey());
    }

    public int port(int broker) {
        return socketOf(broker).getLocalPort();
    }

    public ClusterClient client() {
        return ClusterClient.open(ConnectionSettings.to(bootstrap()).withTimeoutMs(TIMEOUT_MS));
    }

    /** Answers this API so, in every version. */
    public ScriptedCluster on(ApiMessageType api, Script script) {
        scripts.put(api, script);
        return this;
    }

    /** Has a topic whose partitions, in order, have these leaders, and all brokers as replicas. */
    public ScriptedCluster with(String topic, int... leaders) {
        var known = new MetadataResponseTopic().setName(topic);
        for (int leader : leaders) {
            var ids = List.copyOf(sockets.keySet());
            known.partitions()
                    .add(new MetadataResponsePartition()
                            .setPartitionIndex(known.partitions().size())
                            .setLeaderId(leader)
                            .setReplicaNodes(ids)
                            .setIsrNodes(ids));
        }
        topics.add(known);
        return this;
    }

    /** Places a partition of a topic it has on these brokers. */
    public ScriptedCluster placedOn(String topic, int partition, Integer... replicas) {
        for (var known : topics) {
            if (known.name().equals(topic)) {
                known.partitions().get(partition).setReplicaNodes(List.of(replicas));
            }
        }
        return this;
    }

    /** Has only these replicas of a partition in sync. */
    public ScriptedCluster inSync(String topic, int partition, Integer... replicas) {
        for (var known : topics) {
            if (known.name().equals(topic)) {
                known.partitions().get(partition).setIsrNodes(List.of(replicas));
            }
        }
        return this;
    }

    /** Nobody listens where this broker was. */
    public ScriptedCluster down(int broker) {
        close(socketOf(broker));
        return this;
    }

    /** From now on another broker leads all that this one led. */
    public void move(int from, int to) {
        moved.put(from, to);
    }

    private ServerSocket socketOf(int broker) {
        return Objects.requireNonNull(sockets.get(broker), "no such broker");
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "scripted-cluster");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(int broker, ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                daemon(() -> serve(broker, connection));
            } catch (IOException closed) {
                // The loop ends.
            }
        }
    }

    private void serve(int broker, Socket connection) {
        try (connection) {
            var in = new DataInputStream(connection.getInputStream());
            while (true) {
                var frame = new ByteBufferAccessor(ByteBuffer.wrap(in.readNBytes(in.readInt())));
                var api = ApiMessageType.fromApiKey(frame.buffer().getShort(0));
                short version = frame.buffer().getShort(Short.BYTES);
                var header = new RequestHeaderData(frame, api.requestHeaderVersion(version));
                var request = api.newRequest();
                request.read(frame, version);
                connection
                        .getOutputStream()
                        .write(encoded(answer(broker, api, request), api, version, header.correlationId()));
            }
        } catch (IOException ended) {
            // The client went away, or the script hangs up.
        }
    }

    private ApiMessage answer(int broker, ApiMessageType api, ApiMessage request) throws IOException {
        var script = scripts.get(api);
        if (script != null) {
            return script.answer(broker, request);
        }
        return switch (api) {
            case API_VERSIONS -> versions();
            case METADATA -> metadata((MetadataRequestData) request);
            default -> throw new IllegalStateException("no script for " + api);
        };
    }

    private ApiVersionsResponseData versions() {
        var answer = new ApiVersionsResponseData();
        var served = new ArrayList<>(scripts.keySet());
        served.addAll(List.of(ApiMessageType.API_VERSIONS, ApiMessageType.METADATA));
        for (var api : served) {
            if (answer.apiKeys().find(api.apiKey()) == null) {
                answer.apiKeys()
                        .add(new ApiVersionsResponseData.ApiVersion()
                                .setApiKey(api.apiKey())
                                .setMinVersion(api.lowestSupportedVersion())
                                .setMaxVersion(api.highestSupportedVersion(false)));
            }
        }
        return answer;
    }

    private MetadataResponseData metadata(MetadataRequestData request) {
        var answer = new MetadataResponseData().setClusterId("scripted").setControllerId(sockets.firstKey());
        sockets.forEach((id, socket) -> answer.brokers()
                .add(new MetadataResponseData.MetadataResponseBroker()
                        .setNodeId(id)
                        .setHost("127.0.0.1")
                        .setPort(socket.getLocalPort())));
        for (var topic : topics) {
            if (request.topics() == null
                    || request.topics().stream().anyMatch(asked -> topic.name().equals(asked.name()))) {
                var shown = topic.duplicate();
                for (var partition : shown.partitions()) {
                    partition.setLeaderId(moved.getOrDefault(partition.leaderId(), partition.leaderId()));
                }
                answer.topics().add(shown);
            }
        }
        return answer;
    }

    private static byte[] encoded(ApiMessage answer, ApiMessageType api, short version, int correlationId) {
        var header = MessageUtil.toByteBufferAccessor(
                        new ResponseHeaderData().setCorrelationId(correlationId), api.responseHeaderVersion(version))
                .buffer();
        var body = MessageUtil.toByteBufferAccessor(answer, version).buffer();
        var frame = ByteBuffer.allocate(Integer.BYTES + header.remaining() + body.remaining());
        frame.putInt(header.remaining() + body.remaining()).put(header).put(body);
        return frame.array();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        sockets.values().forEach(ScriptedCluster::close);
    }
}
