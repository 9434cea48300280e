package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ScriptedBroker.Answer;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.junit.jupiter.api.Test;

class ConnectorTest {
    @Test
    void givenALoginThatFails_whenConnected_thenOneLineSaysWhy() {
        // given
        var properties = new Properties();
        properties.setProperty("security.protocol", "SASL_PLAINTEXT");
        properties.setProperty("sasl.mechanism", "OAUTHBEARER");
        properties.setProperty("sasl.login.callback.handler.class", Failing.class.getName());
        properties.setProperty(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required secret=\"x-secret\";");
        try (var broker = new ScriptedBroker((asked, count, self) -> new Answer.Message(
                        ScriptedBroker.versions(ApiMessageType.SASL_HANDSHAKE, 0, 1), asked.version()));
                var client = ClusterClient.open(ConnectionSettings.to(broker.bootstrap(), properties))) {
            // then
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith("cannot log in: ")
                    .hasMessageContaining("the token endpoint is down")
                    .hasMessageNotContaining("x-secret")
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("\n");
        }
    }

    /** As a login module's handler that meets what it did not think of. */
    public static final class Failing implements AuthenticateCallbackHandler {
        @Override
        public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
            // Nothing to read.
        }

        @Override
        public void handle(Callback[] callbacks) {
            throw new IllegalStateException("the token endpoint is down");
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
