package dev.gregor.broker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.broker.api.HandlerRegistry;
import dev.gregor.broker.api.RequestHandler;
import dev.gregor.broker.network.StubHandlers.Slow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkServerTest {
    private static final Listener LISTENER = new Listener("PLAINTEXT", "127.0.0.1", 0, SecurityProtocol.PLAINTEXT);
    private static final NetworkSettings DEFAULTS = NetworkSettings.defaults(List.of(LISTENER));
    private static final RequestHandler<DescribeClusterRequestData, DescribeClusterResponseData> DESCRIBE_CLUSTER =
            StubHandlers.answering(
                    ApiKeys.DESCRIBE_CLUSTER,
                    (context, request) -> new DescribeClusterResponseData().setClusterId("stub"));

    private final List<AutoCloseable> closeables = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (int i = closeables.size() - 1; i >= 0; i--) {
            closeables.get(i).close();
        }
    }

    @Test
    void givenBoundButNotServing_whenAClientAsks_thenItIsAnsweredOnceServed() throws IOException {
        // given
        var server = NetworkServer.bind(DEFAULTS);
        closeables.add(server);
        var client = connect(server);
        client.send(ApiKeys.DESCRIBE_CLUSTER, 1, 7, new DescribeClusterRequestData());
        assertThat(server.openConnections()).isZero();
        // when
        server.serve("PLAINTEXT", StubHandlers.registry(DESCRIBE_CLUSTER));
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(7);
    }

    @Test
    void givenPortInUse_whenBound_thenTheAddressIsNamed() throws IOException {
        // given
        var server = NetworkServer.bind(DEFAULTS);
        closeables.add(server);
        int port = address(server).getPort();
        var taken = new Listener("SECOND", "127.0.0.1", port, SecurityProtocol.PLAINTEXT);
        // when, then
        assertThatThrownBy(() -> NetworkServer.bind(NetworkSettings.defaults(List.of(taken))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SECOND://127.0.0.1:" + port);
    }

    @Test
    void givenRequestsCutAnywhere_whenSent_thenEachIsAnsweredInOrder() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        long seed = System.nanoTime();
        var random = new Random(seed);
        var bytes = ByteBuffer.allocate(1 << 16);
        int requests = 200;
        for (int i = 0; i < requests; i++) {
            bytes.put(RawClient.frame(ApiKeys.DESCRIBE_CLUSTER, 1, i, new DescribeClusterRequestData()));
        }
        bytes.flip();
        // when
        while (bytes.hasRemaining()) {
            var part = new byte[Math.min(bytes.remaining(), 1 + random.nextInt(64))];
            bytes.get(part);
            client.send(part);
        }
        // then
        for (int i = 0; i < requests; i++) {
            assertThat(client.receiveCorrelationId()).as("seed %d", seed).isEqualTo(i);
        }
    }

    @Test
    void givenLargeRequestInManyReads_whenReceived_thenItsRecordsAreWhole() throws IOException {
        // given
        var sizes = new ArrayList<Integer>();
        RequestHandler<ProduceRequestData, ProduceResponseData> produce =
                StubHandlers.answering(ApiKeys.PRODUCE, (context, request) -> {
                    var records = (org.apache.kafka.common.record.internal.MemoryRecords) request.topicData()
                            .iterator()
                            .next()
                            .partitionData()
                            .get(0)
                            .records();
                    sizes.add(Arrays.hashCode(bytesOf(records.buffer())));
                    return new ProduceResponseData();
                });
        var server = serve(DEFAULTS, StubHandlers.registry(produce));
        var client = connect(server);
        var payload = new byte[9 << 20];
        new Random(1).nextBytes(payload);
        // when
        client.send(ApiKeys.PRODUCE, 9, 1, produceRequest(payload, (short) 1));
        client.send(ApiKeys.PRODUCE, 9, 2, produceRequest(payload, (short) 1));
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(1);
        assertThat(client.receiveCorrelationId()).isEqualTo(2);
        assertThat(sizes).containsExactly(Arrays.hashCode(payload), Arrays.hashCode(payload));
        await(() -> server.requestBytesInFlight() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (100 << 20) + 1, 0})
    void givenImpossibleLength_whenSent_thenThatConnectionAloneIsClosed(int length) throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var bystander = connect(server);
        var client = connect(server);
        // when
        client.send(ByteBuffer.allocate(4).putInt(length).array());
        // then
        assertThat(client.isClosedByPeer()).isTrue();
        assertServed(bystander);
    }

    @Test
    void givenGarbage_whenSent_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var garbage = new byte[4 + random.nextInt(60)];
            random.nextBytes(garbage);
            ByteBuffer.wrap(garbage).putInt(garbage.length - 4); // a frame in length, nonsense in content
            try (var client = new RawClient(address(server))) {
                // when
                client.send(garbage);
                client.socket().shutdownOutput();
                // then
                assertThat(client.isClosedByPeer()).as("seed %d", seed).isTrue();
            }
        }
        assertServed(connect(server));
        await(() -> server.requestBytesInFlight() == 0);
    }

    @Test
    void givenAnHttpRequest_whenSent_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        // when
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenTruncatedRequest_whenItsFrameEnds_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(
                DEFAULTS,
                StubHandlers.registry(StubHandlers.<MetadataRequestData, MetadataResponseData>answering(
                        ApiKeys.METADATA, (context, request) -> new MetadataResponseData())));
        var frame = RawClient.frame(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        var cut = Arrays.copyOf(frame, frame.length - 2);
        ByteBuffer.wrap(cut).putInt(cut.length - 4);
        var client = connect(server);
        // when
        client.send(cut);
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenArrayLongerThanTheFrame_whenSent_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(
                DEFAULTS,
                StubHandlers.registry(StubHandlers.<MetadataRequestData, MetadataResponseData>answering(
                        ApiKeys.METADATA, (context, request) -> new MetadataResponseData())));
        var request = ByteBuffer.allocate(4 + 8 + 2 + 4);
        request.putInt(request.capacity() - 4)
                .putShort(ApiKeys.METADATA.id)
                .putShort((short) 4)
                .putInt(1);
        request.putShort((short) -1).putInt(Integer.MAX_VALUE);
        var client = connect(server);
        // when
        client.send(request.array());
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenUnknownApi_whenAskedFor_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        // when
        client.send(ByteBuffer.allocate(14)
                .putInt(10)
                .putShort((short) 9_999)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) -1)
                .array());
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenApiWithoutHandler_whenAskedFor_thenTheConnectionIsClosed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry());
        var client = connect(server);
        // when
        client.send(ApiKeys.DESCRIBE_CLUSTER, 1, 1, new DescribeClusterRequestData());
        // then
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenVersionTooNew_whenAskedFor_thenWhatCameBeforeIsAnsweredAndTheConnectionClosed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        var good = RawClient.frame(ApiKeys.DESCRIBE_CLUSTER, 1, 1, new DescribeClusterRequestData());
        var bad = RawClient.frame(ApiKeys.DESCRIBE_CLUSTER, 1, 2, new DescribeClusterRequestData());
        ByteBuffer.wrap(bad).putShort(6, (short) 99);
        // when
        client.send(
                ByteBuffer.allocate(good.length + bad.length).put(good).put(bad).array());
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(1);
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(shorts = {99, Short.MAX_VALUE, -1})
    void givenApiVersionsOfUnknownVersion_whenAsked_thenVersion0TellsWhichAreServed(short version) throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        var frame = RawClient.frame(
                ApiKeys.API_VERSIONS,
                3,
                5,
                new ApiVersionsRequestData().setClientSoftwareName("a").setClientSoftwareVersion("1"));
        ByteBuffer.wrap(frame).putShort(6, version);
        // when
        client.send(frame);
        // then
        var answer = client.receive(ApiKeys.API_VERSIONS, 0, new ApiVersionsResponseData());
        assertThat(answer.errorCode()).isEqualTo(Errors.UNSUPPORTED_VERSION.code());
        assertThat(answer.apiKeys()).hasSize(1);
        assertThat(answer.apiKeys().find(ApiKeys.API_VERSIONS.id).maxVersion())
                .isEqualTo(ApiKeys.API_VERSIONS.latestVersion());
        assertServed(client);
    }

    @Test
    void givenEveryVersionOfApiVersions_whenAsked_thenHandlersAreAdvertised() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        for (short version = 0; version <= ApiKeys.API_VERSIONS.latestVersion(); version++) {
            // when
            client.send(
                    ApiKeys.API_VERSIONS,
                    version,
                    version,
                    new ApiVersionsRequestData()
                            .setClientSoftwareName("raw-client")
                            .setClientSoftwareVersion("1.0"));
            // then
            var answer = client.receive(ApiKeys.API_VERSIONS, version, new ApiVersionsResponseData());
            assertThat(answer.errorCode()).isZero();
            assertThat(answer.apiKeys().stream().map(it -> it.apiKey()))
                    .containsExactlyInAnyOrder(ApiKeys.API_VERSIONS.id, ApiKeys.DESCRIBE_CLUSTER.id);
            assertThat(answer.supportedFeatures()).hasSize(version < 3 ? 0 : version < 4 ? 1 : 2);
        }
    }

    @Test
    void givenABadSoftwareName_whenApiVersionsIsAsked_thenInvalidRequest() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry());
        var client = connect(server);
        // when
        client.send(
                ApiKeys.API_VERSIONS,
                3,
                1,
                new ApiVersionsRequestData().setClientSoftwareName("-raw").setClientSoftwareVersion("1"));
        // then
        var answer = client.receive(ApiKeys.API_VERSIONS, 3, new ApiVersionsResponseData());
        assertThat(answer.errorCode()).isEqualTo(Errors.INVALID_REQUEST.code());
    }

    @Test
    void givenOverlappingRequests_whenAnsweredBackwards_thenAnswersLeaveInOrder() throws IOException {
        // given
        var produce = new Slow<ProduceRequestData, ProduceResponseData>(ApiKeys.PRODUCE, true);
        var server = serve(DEFAULTS, StubHandlers.registry(produce));
        var client = connect(server);
        for (int i = 0; i < 5; i++) {
            client.send(ApiKeys.PRODUCE, 9, i, produceRequest(new byte[10], (short) -1));
        }
        await(() -> produce.waiting.size() == 5);
        // when
        var waiting = new ArrayList<>(produce.waiting);
        java.util.Collections.reverse(waiting);
        waiting.forEach(it -> it.stage().complete(new ProduceResponseData()));
        // then
        for (int i = 0; i < 5; i++) {
            assertThat(client.receiveCorrelationId()).isEqualTo(i);
        }
        await(() -> server.requestBytesInFlight() == 0);
    }

    @Test
    void givenARequestBeingHandled_whenAnotherApiIsAsked_thenItWaitsItsTurn() throws IOException {
        // given
        var metadata = new Slow<MetadataRequestData, MetadataResponseData>(ApiKeys.METADATA, false);
        var server = serve(DEFAULTS, StubHandlers.registry(metadata, DESCRIBE_CLUSTER));
        var client = connect(server);
        client.send(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        client.send(ApiKeys.METADATA, 12, 2, new MetadataRequestData());
        client.send(ApiKeys.DESCRIBE_CLUSTER, 1, 3, new DescribeClusterRequestData());
        await(() -> metadata.waiting.size() == 1);
        // when
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(1);
        await(() -> metadata.waiting.size() == 1);
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        assertThat(client.receiveCorrelationId()).isEqualTo(2);
        assertThat(client.receiveCorrelationId()).isEqualTo(3);
    }

    @Test
    void givenGarbageAfterARequest_whenTheRequestIsAnswered_thenTheConnectionIsClosed() throws IOException {
        // given
        var metadata = new Slow<MetadataRequestData, MetadataResponseData>(ApiKeys.METADATA, false);
        var server = serve(DEFAULTS, StubHandlers.registry(metadata));
        var client = connect(server);
        client.send(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        client.send(ByteBuffer.allocate(4).putInt(-5).array());
        await(() -> metadata.waiting.size() == 1);
        // when
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(1);
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void givenAFailingHandler_whenAsked_thenTheApisOwnErrorIsTheAnswer() throws IOException {
        // given
        RequestHandler<DescribeClusterRequestData, DescribeClusterResponseData> failing =
                StubHandlers.answering(ApiKeys.DESCRIBE_CLUSTER, (context, request) -> {
                    throw Errors.NOT_CONTROLLER.exception();
                });
        var server = serve(DEFAULTS, StubHandlers.registry(failing));
        var client = connect(server);
        // when
        client.send(ApiKeys.DESCRIBE_CLUSTER, 1, 1, new DescribeClusterRequestData());
        // then
        var answer = client.receive(ApiKeys.DESCRIBE_CLUSTER, 1, new DescribeClusterResponseData());
        assertThat(answer.errorCode()).isEqualTo(Errors.NOT_CONTROLLER.code());
    }

    @Test
    void givenAClientThatReadsNothing_whenItAsksOn_thenItsRequestsStayUnhandled() throws IOException {
        // given
        var handled = new java.util.concurrent.atomic.AtomicInteger();
        var name = "x".repeat(30_000);
        RequestHandler<DescribeClusterRequestData, DescribeClusterResponseData> large =
                StubHandlers.answering(ApiKeys.DESCRIBE_CLUSTER, (context, request) -> {
                    handled.incrementAndGet();
                    return new DescribeClusterResponseData().setClusterId(name);
                });
        var server = serve(DEFAULTS, StubHandlers.registry(large));
        var client = connect(server);
        int requests = 2_000;
        var frame = RawClient.frame(ApiKeys.DESCRIBE_CLUSTER, 1, 1, new DescribeClusterRequestData());
        var all = ByteBuffer.allocate(frame.length * requests);
        for (int i = 0; i < requests; i++) {
            all.put(frame);
        }
        // when
        client.send(all.array());
        await(() -> handled.get() > 20);
        assertServed(connect(serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER))));
        // then
        assertThat(handled.get()).isLessThan(1_000);
        for (int i = 0; i < requests; i++) {
            assertThat(client.receive().remaining()).isGreaterThan(30_000);
        }
        assertThat(handled).hasValue(requests);
    }

    @Test
    void givenLargeLengthAndFewBytes_whenTheClientDawdles_thenLittleMemoryIsTaken() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        // when
        for (int i = 0; i < 20; i++) {
            connect(server).send(ByteBuffer.allocate(8).putInt(100 << 20).array());
        }
        await(() -> server.requestBytesInFlight() > 0);
        // then
        assertServed(connect(server));
        assertThat(server.requestBytesInFlight()).isLessThan(20 * (128 << 10));
    }

    @Test
    void givenHalfARequest_whenTheClientLeaves_thenItsMemoryIsFreed() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        var client = connect(server);
        client.send(ByteBuffer.allocate(100_000).putInt(1 << 20).array());
        await(() -> server.requestBytesInFlight() > 0);
        // when
        client.close();
        // then
        await(() -> server.requestBytesInFlight() == 0 && server.openConnections() == 0);
    }

    @Test
    void givenMemoryUsedUp_whenOneIsAnswered_thenTheOthersGoOn() throws IOException {
        // given
        var metadata = new Slow<MetadataRequestData, MetadataResponseData>(ApiKeys.METADATA, false);
        var frame = RawClient.frame(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        var server = serve(withInFlight(frame.length - 4), StubHandlers.registry(metadata));
        var first = connect(server).send(frame);
        await(() -> metadata.waiting.size() == 1);
        var second = connect(server).send(frame);
        var third = connect(server).send(frame);
        // when
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        // then
        assertThat(first.receiveCorrelationId()).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            await(() -> !metadata.waiting.isEmpty());
            metadata.waiting.remove().stage().complete(new MetadataResponseData());
        }
        assertThat(second.receiveCorrelationId()).isEqualTo(1);
        assertThat(third.receiveCorrelationId()).isEqualTo(1);
    }

    @Test
    void givenIdleConnection_whenTheTimeIsUp_thenItIsClosedAndABusyOneIsNot() throws IOException {
        // given
        var metadata = new Slow<MetadataRequestData, MetadataResponseData>(ApiKeys.METADATA, false);
        var server = serve(with(Integer.MAX_VALUE, Integer.MAX_VALUE, 100), StubHandlers.registry(metadata));
        var busy = connect(server).send(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        await(() -> metadata.waiting.size() == 1);
        // when
        var idle = connect(server);
        // then
        assertThat(idle.isClosedByPeer()).isTrue();
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        assertThat(busy.receiveCorrelationId()).isEqualTo(1);
    }

    @Test
    void givenMaxConnectionsPerIp_whenOneMoreComes_thenItIsClosedUntilOneLeaves() throws IOException {
        // given
        var server = serve(with(Integer.MAX_VALUE, 2, 0), StubHandlers.registry(DESCRIBE_CLUSTER));
        var first = connect(server);
        var second = connect(server);
        assertServed(first);
        assertServed(second);
        // when
        var third = connect(server);
        // then
        assertThat(third.isClosedByPeer()).isTrue();
        first.close();
        await(() -> server.openConnections() == 1);
        assertServed(connect(server));
    }

    @Test
    void givenMaxConnections_whenOneMoreComes_thenItWaitsUntilOneLeaves() throws IOException {
        // given
        var server = serve(with(1, Integer.MAX_VALUE, 0), StubHandlers.registry(DESCRIBE_CLUSTER));
        var first = connect(server);
        assertServed(first);
        var second = connect(server);
        second.send(ApiKeys.DESCRIBE_CLUSTER, 1, 2, new DescribeClusterRequestData());
        assertThat(server.openConnections()).isEqualTo(1);
        // when
        first.close();
        // then
        assertThat(second.receiveCorrelationId()).isEqualTo(2);
    }

    @Test
    void givenRequestBeingHandled_whenTheServerCloses_thenItIsStillAnswered() throws Exception {
        // given
        var metadata = new Slow<MetadataRequestData, MetadataResponseData>(ApiKeys.METADATA, false);
        var server = serve(DEFAULTS, StubHandlers.registry(metadata));
        var client = connect(server).send(ApiKeys.METADATA, 12, 1, new MetadataRequestData());
        var idle = connect(server);
        await(() -> metadata.waiting.size() == 1);
        // when
        var closing = new Thread(server::close);
        closing.start();
        assertThat(idle.isClosedByPeer()).isTrue();
        metadata.waiting.remove().stage().complete(new MetadataResponseData());
        // then
        assertThat(client.receiveCorrelationId()).isEqualTo(1);
        assertThat(client.isClosedByPeer()).isTrue();
        closing.join();
    }

    @Test
    void givenConnections_whenManyComeAndGo_thenNoneIsCountedForEver() throws IOException {
        // given
        var server = serve(DEFAULTS, StubHandlers.registry(DESCRIBE_CLUSTER));
        // when
        for (int i = 0; i < 100; i++) {
            try (var client = new RawClient(address(server))) {
                client.send(ApiKeys.DESCRIBE_CLUSTER, 1, i, new DescribeClusterRequestData());
                if (i % 2 == 0) {
                    assertThat(client.receiveCorrelationId()).isEqualTo(i);
                }
            }
        }
        // then
        await(() -> server.openConnections() == 0 && server.requestBytesInFlight() == 0);
    }

    private NetworkServer serve(NetworkSettings settings, HandlerRegistry handlers) throws IOException {
        var server = NetworkServer.bind(settings);
        closeables.add(server);
        server.serve("PLAINTEXT", handlers);
        return server;
    }

    private RawClient connect(NetworkServer server) throws IOException {
        var client = new RawClient(address(server));
        closeables.add(client);
        return client;
    }

    private static InetSocketAddress address(NetworkServer server) {
        return server.addresses().get("PLAINTEXT");
    }

    private static void assertServed(RawClient client) throws IOException {
        client.send(ApiKeys.DESCRIBE_CLUSTER, 1, 77, new DescribeClusterRequestData());
        assertThat(client.receiveCorrelationId()).isEqualTo(77);
    }

    private static NetworkSettings withInFlight(long bytes) {
        return new NetworkSettings(
                List.of(LISTENER), 2, 1 << 20, bytes, 1 << 20, 64, 1_000, 1_000, Map.of(), 0, -1, -1, 50);
    }

    private static NetworkSettings with(int maxConnections, int maxPerIp, long maxIdleMs) {
        return new NetworkSettings(
                List.of(LISTENER),
                2,
                1 << 20,
                1 << 24,
                1 << 24,
                64,
                maxConnections,
                maxPerIp,
                Map.of(),
                maxIdleMs,
                -1,
                -1,
                50);
    }

    private static ProduceRequestData produceRequest(byte[] records, short acks) {
        var request = new ProduceRequestData().setAcks(acks).setTimeoutMs(1_000);
        var topic = new ProduceRequestData.TopicProduceData().setName("t");
        topic.partitionData()
                .add(new ProduceRequestData.PartitionProduceData()
                        .setIndex(0)
                        .setRecords(org.apache.kafka.common.record.internal.MemoryRecords.readableRecords(
                                ByteBuffer.wrap(records))));
        request.topicData().add(topic);
        return request;
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
