package dev.gregor.protocol;

import static org.apache.kafka.common.message.ApiMessageType.API_VERSIONS;
import static org.apache.kafka.common.message.ApiMessageType.DELETE_TOPICS;
import static org.apache.kafka.common.message.ApiMessageType.METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ScriptedBroker.Answer;
import dev.gregor.protocol.ScriptedBroker.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.DeleteTopicsRequestData;
import org.apache.kafka.common.message.DeleteTopicsResponseData;
import org.apache.kafka.common.message.DeleteTopicsResponseData.DeletableTopicResult;
import org.junit.jupiter.api.Test;

class ClusterClientTest {
    private static final short UNSUPPORTED_VERSION = 35;

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
                var client = clientOf(broker, 200)) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessageContaining(
                            broker.bootstrap() + " answered with a frame of 1213486160 bytes: not a Kafka broker?");
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
}
