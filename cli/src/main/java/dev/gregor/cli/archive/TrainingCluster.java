package dev.gregor.cli.archive;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeTopicPartitionsResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.message.SaslAuthenticateRequestData;
import org.apache.kafka.common.message.SaslAuthenticateResponseData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;

/**
 * A cluster of one broker with one topic that exists only in its answers: enough for the programs to go through their
 * paths while they are trained, with nothing to start and nothing on disk. One thread for each connection.
 */
final class TrainingCluster implements Closeable {
    private static final String TOPIC = "training";

    private final ServerSocket socket;
    private final TrainingRecords records;

    TrainingCluster() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** Behind this socket, which may be one that encrypts. */
    TrainingCluster(ServerSocket socket) {
        this.socket = socket;
        records = new TrainingRecords(socket.getInetAddress().getHostAddress(), socket.getLocalPort());
        start(this::serve, "training-cluster");
    }

    String address() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connection.setTcpNoDelay(true);
                start(() -> serveToItsEnd(connection), "training-connection");
            } catch (IOException ended) {
                // The training is over.
            }
        }
    }

    private void serveToItsEnd(Socket connection) {
        try (connection) {
            serve(connection);
        } catch (IOException ended) {
            // The program has its answers and is gone.
        }
    }

    private static void start(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket connection) throws IOException {
        var in = new DataInputStream(connection.getInputStream());
        while (true) {
            var frame = ByteBuffer.wrap(in.readNBytes(in.readInt()));
            if (frame.remaining() < Integer.BYTES) {
                throw new EOFException();
            }
            var api = ApiMessageType.fromApiKey(frame.getShort(0));
            short version = frame.getShort(Short.BYTES);
            var header = new RequestHeaderData();
            var accessor = new ByteBufferAccessor(frame);
            header.read(accessor, api.requestHeaderVersion(version));
            var request = api.newRequest();
            request.read(accessor, version);
            answer(connection.getOutputStream(), header, answerTo(api, request), version);
        }
    }

    private void answer(OutputStream out, RequestHeaderData request, ApiMessage answer, short version)
            throws IOException {
        var header = new ResponseHeaderData().setCorrelationId(request.correlationId());
        short headerVersion = ApiMessageType.fromApiKey(answer.apiKey()).responseHeaderVersion(version);
        var headerBytes =
                MessageUtil.toByteBufferAccessor(header, headerVersion).buffer();
        var body = MessageUtil.toByteBufferAccessor(answer, version).buffer();
        var frame = ByteBuffer.allocate(Integer.BYTES + headerBytes.remaining() + body.remaining());
        frame.putInt(headerBytes.remaining() + body.remaining())
                .put(headerBytes)
                .put(body);
        out.write(frame.array());
        out.flush();
    }

    private ApiMessage answerTo(ApiMessageType api, ApiMessage request) {
        return switch (api) {
            case API_VERSIONS -> apiVersions();
            case METADATA -> metadata();
            case DESCRIBE_TOPIC_PARTITIONS -> topicPartitions();
            case DESCRIBE_CONFIGS -> configs();
            case CREATE_TOPICS -> created();
            case SASL_AUTHENTICATE -> conversation((SaslAuthenticateRequestData) request);
            default ->
                TrainingGroups.answerTo(request)
                        .or(() -> TrainingAdministration.answerTo(request))
                        .orElseGet(() -> records.answerTo(request, api.newResponse()));
        };
    }

    /** As far as the client's last word: that the signature is wrong, it finds out by itself. */
    private static ApiMessage conversation(SaslAuthenticateRequestData request) {
        var said = new String(request.authBytes(), StandardCharsets.UTF_8);
        int nonce = said.indexOf(",r=");
        var answer = said.startsWith("n,") ? said.substring(nonce + 1) + "x,s=dHJhaW5pbmc=,i=4096" : "v=dHJhaW5pbmc=";
        return new SaslAuthenticateResponseData().setAuthBytes(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiMessage apiVersions() {
        var answer = new ApiVersionsResponseData();
        for (var api : ApiMessageType.values()) {
            answer.apiKeys()
                    .add(new ApiVersionsResponseData.ApiVersion()
                            .setApiKey(api.apiKey())
                            .setMinVersion(api.lowestSupportedVersion())
                            .setMaxVersion(api.highestSupportedVersion(false)));
        }
        return answer;
    }

    private ApiMessage metadata() {
        var answer = new MetadataResponseData().setClusterId("training").setControllerId(0);
        answer.brokers()
                .add(new MetadataResponseData.MetadataResponseBroker()
                        .setNodeId(0)
                        .setHost(socket.getInetAddress().getHostAddress())
                        .setPort(socket.getLocalPort()));
        var topic =
                new MetadataResponseData.MetadataResponseTopic().setName(TOPIC).setTopicId(Uuid.ONE_UUID);
        topic.partitions()
                .add(new MetadataResponseData.MetadataResponsePartition()
                        .setReplicaNodes(List.of(0))
                        .setIsrNodes(List.of(0)));
        answer.topics().add(topic);
        return answer;
    }

    private static ApiMessage topicPartitions() {
        var answer = new DescribeTopicPartitionsResponseData();
        var topic = new DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponseTopic()
                .setName(TOPIC)
                .setTopicId(Uuid.ONE_UUID);
        topic.partitions()
                .add(new DescribeTopicPartitionsResponseData.DescribeTopicPartitionsResponsePartition()
                        .setReplicaNodes(List.of(0))
                        .setIsrNodes(List.of(0)));
        answer.topics().add(topic);
        return answer;
    }

    private static ApiMessage configs() {
        var answer = new DescribeConfigsResponseData();
        var result = new DescribeConfigsResponseData.DescribeConfigsResult()
                .setResourceType((byte) 2)
                .setResourceName(TOPIC);
        result.configs()
                .add(new DescribeConfigsResponseData.DescribeConfigsResourceResult()
                        .setName("min.insync.replicas")
                        .setValue("1"));
        answer.results().add(result);
        return answer;
    }

    private static ApiMessage created() {
        var answer = new CreateTopicsResponseData();
        answer.topics().add(new CreatableTopicResult().setName(TOPIC));
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
