package dev.gregor.protocol;

import static org.apache.kafka.common.message.ApiMessageType.API_VERSIONS;
import static org.apache.kafka.common.message.ApiMessageType.DELETE_TOPICS;
import static org.apache.kafka.common.message.ApiMessageType.FIND_COORDINATOR;
import static org.apache.kafka.common.message.ApiMessageType.METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gregor.protocol.ScriptedBroker.Answer;
import dev.gregor.protocol.ScriptedBroker.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.DeleteTopicsRequestData;
import org.apache.kafka.common.message.DeleteTopicsResponseData;
import org.apache.kafka.common.message.DeleteTopicsResponseData.DeletableTopicResult;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.junit.jupiter.api.Test;

class ClusterClientTest {
    private static final short UNSUPPORTED_VERSION = 35;
    private static final int TOPIC_AUTHORIZATION_FAILED = 29;
    private static final short GROUP_AUTHORIZATION_FAILED = 30;

    private static ClusterClient clientOf(ScriptedBroker broker, int timeoutMs) {
        return ClusterClient.open(ConnectionSettings.to(broker.bootstrap()).withTimeoutMs(timeoutMs));
    }

    private static Answer plain(Asked asked, ScriptedBroker broker, int metadataVersion) {
        return asked.api() == API_VERSIONS
                ? new Answer.Message(ScriptedBroker.versions(METADATA, 0, metadataVersion), asked.version())
                : new Answer.Message(broker.metadata(), asked.version());
    }

    @Test
    void givenAnOlderBroker_whenAsked_thenTheNewestVersionOfBothIsSpoken() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            // when
            var cluster = client.cluster();
            // then
            assertThat(broker.asked()).last().isEqualTo(new Asked(METADATA, (short) 9));
            assertThat(cluster.clusterId()).contains("scripted");
            assertThat(cluster.controllerId()).contains(7);
        }
    }

    @Test
    void givenABrokerThatDoesNotKnowOurApiVersions_whenConnected_thenItIsAskedAgainInItsOwn() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> count == 1
                        ? new Answer.Message(
                                ScriptedBroker.versions(METADATA, 0, 5).setErrorCode(UNSUPPORTED_VERSION), (short) 0)
                        : plain(asked, self, 5));
                var client = clientOf(broker, 5_000)) {
            // when
            client.cluster();
            // then
            assertThat(broker.asked())
                    .extracting(Asked::version)
                    .containsExactly(ApiMessageType.API_VERSIONS.highestSupportedVersion(true), (short) 2, (short) 5);
        }
    }

    @Test
    void givenAListenerThatHangsUpAtEveryFirstQuestion_whenAsked_thenItIsToldBeforeTheTimeout() {
        // given
        try (var broker = new ScriptedBroker(
                        (asked, count, self) -> asked.api() == METADATA ? new Answer.HangUp() : plain(asked, self, 9));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessage(broker.bootstrap() + " closed the connection at the first question:"
                            + " does this listener ask for SASL (security.protocol)?");
        }
    }

    @Test
    void givenAnOlderListenerThatWaitsForSasl_whenAsked_thenItIsToldBeforeTheTimeoutToo() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> {
                    if (asked.api() == METADATA) {
                        return new Answer.HangUp();
                    }
                    var versions = ScriptedBroker.versions(METADATA, 0, 5);
                    return asked.version() > 2
                            ? new Answer.Message(versions.setErrorCode(UNSUPPORTED_VERSION), (short) 0)
                            : new Answer.Message(versions, asked.version());
                });
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(client::cluster)
                    .hasMessageContaining("does this listener ask for SASL (security.protocol)?");
        }
    }

    @Test
    void givenABrokerThatDoesNotAnswer_whenItsThreadIsInterrupted_thenTheQuestionIsGivenUp() throws Exception {
        // given
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = ClusterClient.open(ConnectionSettings.to("127.0.0.1:" + silent.getLocalPort())
                        .withTimeoutMs(60_000))) {
            var failure = new CompletableFuture<Throwable>();
            var asking = new Thread(() -> failure.complete(catchThrowable(client::cluster)), "asking");
            asking.start();
            // when
            asking.interrupt();
            // then
            assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClusterUnreachableException.class);
        }
    }

    @Test
    void givenAConnectionThatBreaks_whenAsked_thenANewOneAnswers() {
        // given
        try (var broker = new ScriptedBroker(
                        (asked, count, self) -> count == 2 ? new Answer.HangUp() : plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            // when
            var cluster = client.cluster();
            // then
            assertThat(cluster.brokers()).hasSize(1);
            assertThat(broker.asked())
                    .extracting(Asked::api)
                    .containsExactly(API_VERSIONS, METADATA, API_VERSIONS, METADATA);
        }
    }

    @Test
    void givenAQuestionAnswered_whenAskedAgain_thenTheSameConnectionIsUsed() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            client.cluster();
            // when
            client.served(Target.broker(7));
            // then
            assertThat(broker.asked()).extracting(Asked::api).containsExactly(API_VERSIONS, METADATA);
        }
    }

    @Test
    void givenAControllerThatJustMoved_whenAsked_thenTheNextAnswerCounts() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> {
                    if (asked.api() == METADATA) {
                        return new Answer.Message(self.metadata(), asked.version());
                    }
                    if (asked.api() == API_VERSIONS) {
                        var versions = ScriptedBroker.versions(METADATA, 0, 9);
                        versions.apiKeys()
                                .add(new ApiVersionsResponseData.ApiVersion()
                                        .setApiKey(DELETE_TOPICS.apiKey())
                                        .setMinVersion((short) 1)
                                        .setMaxVersion((short) 5));
                        return new Answer.Message(versions, asked.version());
                    }
                    var answer = new DeleteTopicsResponseData();
                    boolean firstTime = self.asked().stream()
                                    .filter(a -> a.api() == DELETE_TOPICS)
                                    .count()
                            == 1;
                    answer.responses()
                            .add(new DeletableTopicResult()
                                    .setName("t")
                                    .setErrorCode(firstTime ? ErrorCodes.NOT_CONTROLLER : ErrorCodes.NONE));
                    return new Answer.Message(answer, asked.version());
                });
                var client = clientOf(broker, 5_000)) {
            // when
            var answer = client.ask(
                    Target.controller(),
                    new DeleteTopicsRequestData(),
                    new DeleteTopicsResponseData(),
                    read -> read.responses().find("t").errorCode());
            // then
            assertThat(answer.responses().find("t").errorCode()).isZero();
        }
    }

    @Test
    void givenNobodyThere_whenAsked_thenTheAddressAndTheReasonAreTold() throws IOException {
        // given
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (var client =
                ClusterClient.open(ConnectionSettings.to("127.0.0.1:" + port).withTimeoutMs(200))) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessage("no broker answered within 200 ms: 127.0.0.1:" + port + " Connection refused");
        }
    }

    @Test
    void givenSomethingThatIsNoBroker_whenAsked_thenItSaysSo() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) ->
                        new Answer.Bytes("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII)));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessageContaining(
                            broker.bootstrap() + " answered with a frame of 1213486160 bytes: not a Kafka broker?");
        }
    }

    @Test
    void givenANegativeLength_whenAsked_thenItSaysSo() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> new Answer.Bytes(new byte[] {-1, -1, -1, -1}));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(client::cluster)
                    .hasMessage(broker.bootstrap() + " answered with a frame of -1 bytes: not a Kafka broker?");
        }
    }

    @Test
    void givenTheAnswerToAnotherRequest_whenAsked_thenItIsNotTakenForOurs() {
        // given
        var other = ByteBuffer.allocate(12).putInt(8).putInt(99).putInt(0).array();
        try (var broker = new ScriptedBroker(
                        (asked, count, self) -> count == 2 ? new Answer.Bytes(other) : plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            // then
            assertThat(client.cluster().clusterId()).contains("scripted");
        }
    }

    @Test
    void givenAHostThatNobodyKnows_whenAsked_thenItIsToldBeforeTheTimeout() {
        try (var client =
                ClusterClient.open(ConnectionSettings.to("nobody.invalid:9092").withTimeoutMs(60_000))) {
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessage("nobody.invalid:9092 unknown host");
        }
    }

    @Test
    void givenAnApiTheBrokerDoesNotServe_whenAsked_thenItIsNamed() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            // then
            assertThatThrownBy(() -> client.ask(
                            Target.anyBroker(), new DeleteTopicsRequestData(), new DeleteTopicsResponseData()))
                    .isInstanceOf(UnsupportedApiException.class)
                    .hasMessageContaining("does not serve DeleteTopics (20)");
        }
    }

    @Test
    void givenABrokerIdThatIsNotThere_whenAsked_thenTheRegisteredOnesAreNamed() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = clientOf(broker, 5_000)) {
            // then
            assertThatThrownBy(() -> client.served(Target.broker(5)))
                    .hasMessage("broker 5 is not registered (registered: [7])");
        }
    }

    @Test
    void givenAFirstAddressThatTakesConnectionsAndSaysNothing_whenAsked_thenTheSecondAnswersInTime()
            throws IOException {
        // given
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = ClusterClient.open(
                        ConnectionSettings.to("127.0.0.1:" + silent.getLocalPort() + "," + broker.bootstrap())
                                .withTimeoutMs(4_000))) {
            // when
            long startNanos = System.nanoTime();
            var cluster = client.cluster();
            // then
            assertThat(cluster.clusterId()).contains("scripted");
            assertThat(elapsedMs(startNanos)).isLessThan(3_500);
        }
    }

    @Test
    void givenABrokerThatAnswersAByteAtATime_whenAsked_thenTheTimeoutHoldsForAllOfThem() throws IOException {
        // given
        try (var slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = ClusterClient.open(ConnectionSettings.to("127.0.0.1:" + slow.getLocalPort())
                        .withTimeoutMs(300))) {
            dripZeros(slow);
            // when
            long startNanos = System.nanoTime();
            assertThatThrownBy(client::cluster).hasMessageContaining("did not answer ApiVersions");
            // then
            assertThat(elapsedMs(startNanos)).isLessThan(2_000);
        }
    }

    /** The length of 16 KB, and then a zero every 20 ms. */
    private static void dripZeros(ServerSocket listener) {
        var thread = new Thread(
                () -> {
                    try (var connection = listener.accept()) {
                        connection.getOutputStream().write(new byte[] {0, 0, 0x40, 0});
                        while (true) {
                            connection.getOutputStream().write(0);
                            LockSupport.parkNanos(20_000_000);
                        }
                    } catch (IOException ended) {
                        // The client has gone.
                    }
                },
                "dripping-broker");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void givenALeaderThatCannotBeReached_whenTheMetadataFailsToo_thenOneTimeoutHoldsForBoth() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> {
                    if (asked.api() == API_VERSIONS) {
                        return plain(asked, self, 9);
                    }
                    return count > 8 ? new Answer.Silence() : new Answer.Message(withGoneLeader(self), asked.version());
                });
                var client = clientOf(broker, 3_000)) {
            // when
            long startNanos = System.nanoTime();
            assertThatThrownBy(() -> client.served(Target.leader("t", 0)))
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessageContaining("127.0.0.1:1 Connection refused");
            // then
            assertThat(elapsedMs(startNanos)).isLessThan(3_900);
        }
    }

    private static MetadataResponseData withGoneLeader(ScriptedBroker broker) {
        var answer = broker.metadata();
        answer.brokers()
                .add(new MetadataResponseData.MetadataResponseBroker()
                        .setNodeId(8)
                        .setHost("127.0.0.1")
                        .setPort(1));
        answer.topics().add(topic(0).setPartitions(List.of(new MetadataResponsePartition().setLeaderId(8))));
        return answer;
    }

    private static MetadataResponseTopic topic(int errorCode) {
        return new MetadataResponseTopic().setName("t").setErrorCode((short) errorCode);
    }

    @Test
    void givenATopicOneMayNotSee_whenItsLeaderIsAsked_thenTheRefusalIsToldAtOnce() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> {
                    var answer = self.metadata();
                    answer.topics().add(topic(TOPIC_AUTHORIZATION_FAILED));
                    return asked.api() == API_VERSIONS
                            ? plain(asked, self, 9)
                            : new Answer.Message(answer, asked.version());
                });
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(() -> client.served(Target.leader("t", 0)))
                    .isInstanceOf(ApiErrorException.class)
                    .hasMessage("t: Topic authorization failed.");
        }
    }

    @Test
    void givenAGroupOneMayNotSee_whenItsCoordinatorIsAsked_thenTheRefusalKeepsItsCode() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> asked.api() == API_VERSIONS
                        ? new Answer.Message(ScriptedBroker.versions(FIND_COORDINATOR, 0, 3), asked.version())
                        : new Answer.Message(
                                new FindCoordinatorResponseData().setErrorCode(GROUP_AUTHORIZATION_FAILED),
                                asked.version()));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(() -> client.served(Target.groupCoordinator("g")))
                    .isInstanceOfSatisfying(
                            ApiErrorException.class,
                            refused -> assertThat(refused.code()).isEqualTo(GROUP_AUTHORIZATION_FAILED))
                    .hasMessage("the coordinator of 'g': Group authorization failed.");
        }
    }

    @Test
    void givenAPartitionThatIsNotThere_whenItsLeaderIsAsked_thenItIsToldAtOnce() {
        // given
        try (var broker = new ScriptedBroker((asked, count, self) -> asked.api() == API_VERSIONS
                        ? plain(asked, self, 9)
                        : new Answer.Message(withGoneLeader(self), asked.version()));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(() -> client.served(Target.leader("t", 5)))
                    .hasMessage("topic 't' has no partition 5; it has 1");
        }
    }

    @Test
    void givenTheBootstrapBrokerHasGone_whenAsked_thenAnotherThatWasSeenAnswers() {
        // given
        try (var other = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var bootstrap = new ScriptedBroker((asked, count, self) -> {
                    var both = self.metadata();
                    both.brokers()
                            .addAll(other.metadata().brokers().stream()
                                    .map(broker -> broker.duplicate().setNodeId(8))
                                    .toList());
                    if (count > 2) {
                        self.close();
                        return new Answer.HangUp();
                    }
                    return asked.api() == API_VERSIONS
                            ? plain(asked, self, 9)
                            : new Answer.Message(both, asked.version());
                });
                var client = clientOf(bootstrap, 5_000)) {
            assertThat(client.cluster().brokers()).hasSize(2);
            // when
            var answer = client.metadata(new MetadataRequestData().setTopics(List.of()));
            // then
            assertThat(answer.brokers()).extracting(broker -> broker.port()).containsExactly(other.port());
        }
    }

    @Test
    void givenAnAnswerThatCannotBeRead_whenAsked_thenTheRequestIsNotRepeated() {
        // given
        var garbage = ByteBuffer.allocate(12)
                .putInt(8)
                .putInt(2)
                .putInt(Integer.MAX_VALUE)
                .array();
        try (var broker = new ScriptedBroker((asked, count, self) -> asked.api() == API_VERSIONS
                        ? new Answer.Message(ScriptedBroker.versions(DELETE_TOPICS, 1, 1), asked.version())
                        : new Answer.Bytes(garbage));
                var client = clientOf(broker, 60_000)) {
            // then
            assertThatThrownBy(() -> client.ask(
                            Target.anyBroker(), new DeleteTopicsRequestData(), new DeleteTopicsResponseData()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(
                            broker.bootstrap() + " answered DeleteTopics with bytes that cannot be read: ");
            assertThat(broker.asked()).extracting(Asked::api).containsExactly(API_VERSIONS, DELETE_TOPICS);
        }
    }

    @Test
    void givenAListenerWithoutTls_whenAskedWithTls_thenItIsToldBeforeTheTimeout() {
        // given
        var tls = new Properties();
        tls.setProperty("security.protocol", "SSL");
        try (var broker = new ScriptedBroker((asked, count, self) -> plain(asked, self, 9));
                var client = ClusterClient.open(
                        ConnectionSettings.to(broker.bootstrap(), tls).withTimeoutMs(60_000))) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageStartingWith("SSL handshake failed: " + broker.bootstrap() + " does not speak TLS: ")
                    .hasMessageEndingWith(
                            ". Set security.protocol to PLAINTEXT or SASL_PLAINTEXT, or take another port.");
        }
    }

    @Test
    void givenAListenerThatSpeaksTlsAndHangsUpOnOthers_whenAskedWithout_thenItIsToldBeforeTheTimeout()
            throws IOException {
        // given
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = ClusterClient.open(ConnectionSettings.to("127.0.0.1:" + listener.getLocalPort())
                        .withTimeoutMs(60_000))) {
            answerTlsOnly(listener);
            // then
            assertThatThrownBy(client::cluster)
                    .hasMessage("127.0.0.1:" + listener.getLocalPort()
                            + " speaks TLS: set security.protocol to SSL or SASL_SSL, or take another port.");
        }
    }

    /** Refuses a ClientHello with an alert, and hangs up on anything else. */
    private static void answerTlsOnly(ServerSocket listener) {
        var thread = new Thread(
                () -> {
                    while (!listener.isClosed()) {
                        try (var connection = listener.accept()) {
                            if (connection.getInputStream().read() == 0x16) {
                                connection.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, 40});
                            }
                        } catch (IOException ended) {
                            // The next may come.
                        }
                    }
                },
                "tls-only");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void givenATimeout_whenARequestNamesOneOfItsOwn_thenTheBrokerIsToAnswerBeforeTheClientGivesUp() {
        try (var client =
                ClusterClient.open(ConnectionSettings.to("127.0.0.1:1").withTimeoutMs(10_000))) {
            assertThat(client.requestTimeoutMs()).isEqualTo(9_000);
            assertThat(client.lend(1).requestTimeoutMs()).isEqualTo(1);
        }
    }

    private static long elapsedMs(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    @Test
    void givenAControllerThatIsGone_whenAskedWhatItServes_thenTheNextOneAnswers() throws IOException {
        // given
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (var broker = new ScriptedBroker((asked, count, self) -> {
                    if (asked.api() == API_VERSIONS) {
                        return plain(asked, self, 9);
                    }
                    var metadata = self.metadata();
                    if (count == 2) {
                        metadata.setControllerId(8)
                                .brokers()
                                .add(new MetadataResponseData.MetadataResponseBroker()
                                        .setNodeId(8)
                                        .setHost("127.0.0.1")
                                        .setPort(port));
                    }
                    return new Answer.Message(metadata, asked.version());
                });
                var client = clientOf(broker, 2_000)) {
            // when
            var served = client.served(Target.controller());
            // then
            assertThat(served).containsKey(METADATA.apiKey());
        }
    }
}
