package dev.gregor.protocol.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    @Test
    void givenPlain_whenAConversationBegins_thenItSaysNameAndPassword() throws Exception {
        // when
        var login = login("PLAIN", PLAIN + " required username=\"alice\" password=\"a \\\"b\\\"\";");
        // then
        assertThat(login.mechanism()).isEqualTo("PLAIN");
        assertThat(new String(login.conversation("h").begin(), StandardCharsets.UTF_8))
                .isEqualTo("\0alice\0a \"b\"");
    }

    @Test
    void givenADelegationToken_whenAConversationBegins_thenItIsSaid() throws Exception {
        // when
        var login = login("SCRAM-SHA-256", SCRAM + " required username=\"id\" password=\"hmac\" tokenauth=\"true\";");
        // then
        assertThat(new String(login.conversation("h").begin(), StandardCharsets.UTF_8))
                .endsWith(",tokenauth=true");
    }

    @Test
    void givenAJaasFile_whenMade_thenItsClientEntryIsTaken(@TempDir Path folder) throws Exception {
        // given
        var file = folder.resolve("jaas.conf");
        Files.writeString(file, "KafkaClient { " + PLAIN + " required username=\"bob\" password=\"secret\"; };\n");
        System.setProperty("java.security.auth.login.config", file.toString());
        Configuration.setConfiguration(null);
        try {
            // when
            var login = Login.of(new Security(SecurityProtocol.SASL_SSL, Map.of("sasl.mechanism", "PLAIN")));
            // then
            assertThat(new String(login.conversation("h").begin(), StandardCharsets.UTF_8))
                    .isEqualTo("\0bob\0secret");
        } finally {
            System.clearProperty("java.security.auth.login.config");
            Configuration.setConfiguration(null);
        }
    }

    @Test
    void givenNoJaasConfiguration_whenMade_thenTheMessageIsKafkas() {
        assertThatThrownBy(() -> Login.of(new Security(SecurityProtocol.SASL_SSL, Map.of("sasl.mechanism", "PLAIN"))))
                .hasMessageStartingWith("Could not find a 'KafkaClient' entry in the JAAS configuration.");
    }

    @Test
    void givenOwnClassesOrOtherMechanisms_whenMade_thenTheyRunAsInKafkaClients() throws Exception {
        try (var own = Login.of(new Security(
                SecurityProtocol.SASL_SSL,
                Map.of(
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        PLAIN + " required username=\"alice\" password=\"secret\";",
                        "sasl.client.callback.handler.class",
                        "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler")))) {
            assertThat(own).isInstanceOf(KafkaLogin.class);
            assertThat(new String(own.conversation("h").begin(), StandardCharsets.UTF_8))
                    .isEqualTo("\0alice\0secret");
        }
        try (var bearer = login(
                "OAUTHBEARER",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
                        + " unsecuredLoginStringClaim_sub=\"alice\";")) {
            assertThat(new String(bearer.conversation("h").begin(), StandardCharsets.UTF_8))
                    .startsWith("n,,\u0001auth=Bearer ");
        }
    }

    @Test
    void givenNoPassword_whenMade_thenTheMessageSaysWhatIsMissing() {
        assertThatThrownBy(() -> login("PLAIN", PLAIN + " required username=\"alice\";"))
                .hasMessage("the JAAS configuration has no password for PLAIN: sasl.jaas.config=" + PLAIN
                        + " required username=\"...\" password=\"...\";");
    }

    @Test
    void givenAWrongConfiguration_whenMade_thenTheMessageIsKafkasAndHasNoSecret() {
        assertThatThrownBy(() -> login("PLAIN", PLAIN + " required username=\"alice\" password=\"secret\""))
                .hasMessageContaining("JAAS config entry not terminated by semi-colon")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> login("PLAIN", PLAIN + " required username=alice password=my secret;"))
                .hasMessageContaining("put values between double quotes")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> login("PLAIN", "com.sun.security.auth.module.JndiLoginModule required;"))
                .hasMessageContaining("JndiLoginModule is not allowed");
    }

    private static Login login(String mechanism, String jaas) throws Exception {
        return Login.of(new Security(
                SecurityProtocol.SASL_PLAINTEXT, Map.of("sasl.mechanism", mechanism, "sasl.jaas.config", jaas)));
    }
}
