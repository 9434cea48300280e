package dev.gregor.cli.coordinator;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;

/** Brokers 0, 1, … over real sockets that serve every API as a test's script answers; nothing is answered without an answer. */
public final class ScriptedCluster implements AutoCloseable {
    /** Answers a broker's request; empty to hang up. */
    @FunctionalInterface
    public interface Script {
        Optional<ApiMessage> answer(ScriptedCluster cluster, int broker, ApiMessage request);
    }

    private final List<ServerSocket> sockets = new CopyOnWriteArrayList<>();
    private final Script script;

    public ScriptedCluster(int brokers, Script script) {
        this.script = script;
        try {
            for (int id = 0; id < brokers; id++) {
                var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                int broker = id;
                daemon(() -> accept(broker, socket));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "scripted-cluster");
        thread.setDaemon(true);
        thread.start();
    }

    public ClusterClient client(int timeoutMs) {
        return ClusterClient.open(
                ConnectionSettings.to("127.0.0.1:" + port(0), new Properties()).withTimeoutMs(timeoutMs));
    }

    public int port(int broker) {
        return sockets.get(broker).getLocalPort();
    }

    /** All brokers, and one topic whose partition {@code i} is led by the i-th of these. */
    public MetadataResponseData metadata(String topic, int... leaders) {
        var answer = new MetadataResponseData().setClusterId("scripted").setControllerId(0);
        for (int id = 0; id < sockets.size(); id++) {
            answer.brokers()
                    .add(new MetadataResponseBroker()
                            .setNodeId(id)
                            .setHost("127.0.0.1")
                            .setPort(port(id)));
        }
        var row = new MetadataResponseTopic().setName(topic);
        for (int index = 0; index < leaders.length; index++) {
            row.partitions()
                    .add(new MetadataResponsePartition()
                            .setPartitionIndex(index)
                            .setLeaderId(leaders[index]));
        }
        answer.topics().add(row);
        return answer;
    }

    private void accept(int broker, ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                daemon(() -> serve(broker, connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(int broker, Socket socket) {
        try (var connection = socket;
                var in = new DataInputStream(connection.getInputStream())) {
            while (true) {
                var frame = ByteBuffer.wrap(in.readNBytes(in.readInt()));
                var api = ApiMessageType.fromApiKey(frame.getShort(0));
                short version = frame.getShort(2);
                var header = new RequestHeaderData();
                header.read(new ByteBufferAccessor(frame), api.requestHeaderVersion(version));
                var request = api.newRequest();
                request.read(new ByteBufferAccessor(frame), version);
                var answer = api == ApiMessageType.API_VERSIONS
                        ? Optional.<ApiMessage>of(everything())
                        : script.answer(this, broker, request);
                if (answer.isEmpty()) {
                    return;
                }
                connection.getOutputStream().write(encoded(answer.get(), api, version, header.correlationId()));
            }
        } catch (EOFException clientLeft) {
            // As clients do.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ApiVersionsResponseData everything() {
        var answer = new ApiVersionsResponseData();
        for (var api : ApiMessageType.values()) {
            if (api.lowestSupportedVersion() <= api.highestSupportedVersion(false)) {
                answer.apiKeys()
                        .add(new ApiVersionsResponseData.ApiVersion()
                                .setApiKey(api.apiKey())
                                .setMinVersion(api.lowestSupportedVersion())
                                .setMaxVersion(api.highestSupportedVersion(false)));
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

    @Override
    public void close() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
