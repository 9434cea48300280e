package dev.gregor.cli.security;

import static dev.gregor.cli.security.Keys.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gregor.cli.dropin.CauseText;
import dev.gregor.cli.security.SecureBroker.Listener;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.message.CreateDelegationTokenRequestData;
import org.apache.kafka.common.message.CreateDelegationTokenResponseData;
import org.apache.kafka.common.message.DescribeDelegationTokenRequestData;
import org.apache.kafka.common.message.DescribeDelegationTokenResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in, and every way to be kept out: by Apache Kafka's own broker, in its words, at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureClusterTest {
    private static final String MODULES = "org.apache.kafka.common.security.";
    private static final String SSL_REFUSED = "org.apache.kafka.common.errors.SslAuthenticationException";
    private static final String SASL_REFUSED = "org.apache.kafka.common.errors.SaslAuthenticationException";
    private static final int TIMEOUT_MS = 30_000;

    /** Answers that need no second try come well before the time-out, on a busy machine too. */
    private static final long AT_ONCE_MS = 10_000;

    private static final String FOR_US = "SAN=ip:127.0.0.1,dns:localhost";

    private Path own;
    private Path client;
    private Path trust;
    private Path folder;
    private SecureBroker broker;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        var keys = new Keys(folder);
        own = keys.store("broker", "-ext", FOR_US);
        client = keys.store("client");
        var trusted = Keys.empty("JKS");
        var expired = keys.signedStore("expired", trusted, "-ext", FOR_US, "-startdate", "-10d", "-validity", "5");
        var other = keys.store("other", "-ext", "SAN=dns:kafka.example.com");
        trust = keys.trust("trust.jks", trusted, own, other);
        keys.trust("strangers.jks", Keys.empty("JKS"), client);
        broker = SecureBroker.start(
                folder, own, expired, other, keys.trust("clients.p12", Keys.empty("PKCS12"), client));
    }

    @AfterAll
    void stop() throws InterruptedException {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void givenATrustStore_whenAskedOverTls_thenTheClusterAnswers(String protocol) {
        // given
        var properties = tls();
        properties.setProperty("ssl.enabled.protocols", protocol);
        // then
        assertThat(brokers(Listener.TLS, properties)).isEqualTo(1);
    }

    @Test
    void givenTheClientsOwnKey_whenTheBrokerAsksForIt_thenTheClusterAnswers() throws Exception {
        // given
        var stores = tls();
        stores.setProperty("ssl.keystore.location", client.toString());
        stores.setProperty("ssl.keystore.type", "PKCS12");
        stores.setProperty("ssl.keystore.password", PASSWORD);
        stores.setProperty("ssl.key.password", PASSWORD);
        var texts = properties("SSL");
        texts.setProperty("ssl.truststore.type", "PEM");
        texts.setProperty("ssl.truststore.certificates", Keys.certificatePem(own));
        texts.setProperty("ssl.keystore.type", "PEM");
        texts.setProperty("ssl.keystore.certificate.chain", Keys.certificatePem(client));
        texts.setProperty("ssl.keystore.key", Keys.keyPem(client));
        var files = properties("SSL");
        files.setProperty("ssl.truststore.type", "PEM");
        files.setProperty("ssl.truststore.location", write("trust.pem", Keys.certificatePem(own)));
        files.setProperty("ssl.keystore.type", "PEM");
        files.setProperty(
                "ssl.keystore.location", write("client.pem", Keys.keyPem(client) + Keys.certificatePem(client)));
        // then
        assertThat(brokers(Listener.MUTUAL, stores)).isEqualTo(1);
        assertThat(brokers(Listener.MUTUAL, texts)).isEqualTo(1);
        assertThat(brokers(Listener.MUTUAL, files)).isEqualTo(1);
    }

    @Test
    void givenNoIdentification_whenTheCertificateIsForAnotherHost_thenTheClusterAnswers() {
        // given
        var properties = tls();
        properties.setProperty("ssl.endpoint.identification.algorithm", "");
        // then
        assertThat(brokers(Listener.OTHER, properties)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SASL, SASL_PLAINTEXT, PLAIN, plain.PlainLoginModule",
        "SASL, SASL_PLAINTEXT, SCRAM-SHA-256, scram.ScramLoginModule",
        "SASL, SASL_PLAINTEXT, SCRAM-SHA-512, scram.ScramLoginModule",
        "SASLTLS, SASL_SSL, PLAIN, plain.PlainLoginModule"
    })
    void givenNameAndPassword_whenAsked_thenTheClusterAnswers(
            Listener listener, String protocol, String mechanism, String module) {
        // given
        var properties = tls();
        properties.setProperty("security.protocol", protocol);
        login(properties, mechanism, module, "username=\"alice\" password=\"alice-secret\"");
        // then
        assertThat(brokers(listener, properties)).isEqualTo(1);
    }

    @Test
    void givenASessionThatExpires_whenAskedAgainAndAgain_thenEveryQuestionIsAnswered() {
        // given
        var properties = tls();
        properties.setProperty("security.protocol", "SASL_SSL");
        login(properties, "PLAIN", "plain.PlainLoginModule", "username=\"alice\" password=\"alice-secret\"");
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
        try (var cluster = client(Listener.SASLTLS, properties)) {
            while (System.nanoTime() < endNanos) {
                // then
                assertThat(cluster.metadata(new MetadataRequestData().setTopics(List.of()))
                                .brokers())
                        .hasSize(1);
            }
        }
    }

    @Test
    void givenAMechanismOfKafkaClients_whenAsked_thenTheClusterAnswers() {
        // given
        var properties = properties("SASL_PLAINTEXT");
        login(
                properties,
                "OAUTHBEARER",
                "oauthbearer.OAuthBearerLoginModule",
                "unsecuredLoginStringClaim_sub=\"alice\"");
        // then
        assertThat(brokers(Listener.SASL, properties)).isEqualTo(1);
    }

    @Test
    void givenADelegationToken_whenAskedWithIt_thenTheClusterAnswers() {
        // given
        var password = properties("SASL_PLAINTEXT");
        login(password, "PLAIN", "plain.PlainLoginModule", "username=\"alice\" password=\"alice-secret\"");
        CreateDelegationTokenResponseData token;
        try (var cluster = client(Listener.SASL, password)) {
            token = cluster.ask(
                    Target.anyBroker(),
                    new CreateDelegationTokenRequestData().setMaxLifetimeMs(60_000),
                    new CreateDelegationTokenResponseData());
            awaitKnown(token.tokenId(), cluster);
        }
        var properties = properties("SASL_PLAINTEXT");
        login(
                properties,
                "SCRAM-SHA-256",
                "scram.ScramLoginModule",
                "tokenauth=true username=\"" + token.tokenId() + "\" password=\""
                        + Base64.getEncoder().encodeToString(token.hmac()) + "\"");
        // then
        assertThat(brokers(Listener.SASL, properties)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPIRED | NotAfter: ",
                "OTHER | No subject alternative names matching IP address 127.0.0.1 found. The broker's certificate is for"
                        + " another host (ssl.endpoint.identification.algorithm).",
                "MUTUAL | The broker asks for a client's certificate it trusts (ssl.keystore.location)."
            })
    void givenACertificateThatWillNotDo_whenAsked_thenOneLineSaysWhy(Listener listener, String reason) {
        // when
        var failure = failure(listener, tls());
        // then
        assertThat(failure).hasMessageStartingWith("SSL handshake failed: " + broker.address(listener) + ": ");
        assertThat(failure).hasMessageContaining(reason);
        assertThat(failure.kafkaClassName()).isEqualTo(SSL_REFUSED);
    }

    @Test
    void givenAnotherTrustStore_whenAsked_thenOneLineSaysWhere() {
        // given
        var properties = tls();
        properties.setProperty(
                "ssl.truststore.location", folder.resolve("strangers.jks").toString());
        // when
        var failure = failure(Listener.TLS, properties);
        // then
        assertThat(failure)
                .hasMessage("SSL handshake failed: " + broker.address(Listener.TLS)
                        + ": unable to find valid certification path to requested target."
                        + " The broker's certificate is signed by nobody in ssl.truststore.location.");
        assertThat(CauseText.of(failure)).startsWith(SSL_REFUSED + ": SSL handshake failed: ");
        assertThat(failure.kafkaClassName()).isEqualTo(SSL_REFUSED);
    }

    @Test
    void givenAWrongStorePassword_whenAsked_thenTheFileIsNamedAndThePasswordIsNot() {
        // given
        var properties = tls();
        properties.setProperty("ssl.truststore.password", "wrong-secret");
        // when
        var failure = failure(Listener.TLS, properties);
        // then
        assertThat(failure).hasMessageContaining(trust.toString()).hasMessageContaining("password was incorrect");
        assertThat(failure).hasMessageNotContaining("wrong-secret");
    }

    @Test
    void givenAStoreThatIsNotThere_whenAsked_thenItsKeyIsNamed() {
        // given
        var properties = tls();
        properties.setProperty("ssl.truststore.location", "/none/trust.jks");
        // then
        assertThat(failure(Listener.TLS, properties))
                .hasMessage("ssl.truststore.location=/none/trust.jks: no such file, or not readable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN | plain.PlainLoginModule | Authentication failed: Invalid username or password",
                "SCRAM-SHA-256 | scram.ScramLoginModule | Authentication failed during authentication due to invalid"
                        + " credentials with SASL mechanism SCRAM-SHA-256"
            })
    void givenAWrongPassword_whenAsked_thenTheBrokersWordsComeAtOnce(String mechanism, String module, String words) {
        // given
        var properties = properties("SASL_PLAINTEXT");
        login(properties, mechanism, module, "username=\"alice\" password=\"wrong-secret\"");
        // when
        var failure = failure(Listener.SASL, properties);
        // then
        assertThat(failure).hasMessage(words);
        assertThat(failure.kafkaClassName()).isEqualTo(SASL_REFUSED);
    }

    @Test
    void givenAMechanismTheBrokerDoesNotOffer_whenAsked_thenThoseItOffersAreNamed() {
        // given
        var properties = tls();
        properties.setProperty("security.protocol", "SASL_SSL");
        login(properties, "SCRAM-SHA-256", "scram.ScramLoginModule", "username=\"alice\" password=\"alice-secret\"");
        // when
        var failure = failure(Listener.SASLTLS, properties);
        // then
        assertThat(failure)
                .hasMessage("Client SASL mechanism 'SCRAM-SHA-256' not enabled in the server, enabled mechanisms are"
                        + " [PLAIN]");
        assertThat(failure.kafkaClassName())
                .isEqualTo("org.apache.kafka.common.errors.UnsupportedSaslMechanismException");
    }

    @Test
    void givenAListenerOfAnotherProtocol_whenAsked_thenOneLineSaysWhichAtOnce() {
        assertThat(told(Listener.TLS, new Properties())).startsWith(broker.address(Listener.TLS) + " speaks TLS: ");
        assertThat(told(Listener.PLAIN, tls())).contains(broker.address(Listener.PLAIN) + " does not speak TLS: ");
        assertThat(told(Listener.SASL, tls())).contains(broker.address(Listener.SASL) + " does not speak TLS: ");
        assertThat(told(Listener.SASL, new Properties())).contains(broker.address(Listener.SASL), "SASL");
    }

    @Test
    void givenSaslOnAListenerWithout_whenAsked_thenOneLineSaysSoAtOnce() {
        // given
        var properties = properties("SASL_PLAINTEXT");
        login(properties, "PLAIN", "plain.PlainLoginModule", "username=\"alice\" password=\"alice-secret\"");
        // when
        var failure = failure(Listener.PLAIN, properties);
        // then
        assertThat(failure).hasMessageStartingWith("Unexpected handshake request with client mechanism PLAIN");
        assertThat(failure).hasMessageContaining("This listener asks for no SASL");
    }

    /** The controller makes a token; brokers learn of it a moment later. */
    private static void awaitKnown(String tokenId, ClusterClient cluster) {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (cluster
                .ask(
                        Target.anyBroker(),
                        new DescribeDelegationTokenRequestData().setOwners(null),
                        new DescribeDelegationTokenResponseData())
                .tokens()
                .stream()
                .noneMatch(token -> token.tokenId().equals(tokenId))) {
            assertThat(System.nanoTime()).isLessThan(deadlineNanos);
        }
    }

    private int brokers(Listener listener, Properties properties) {
        try (var cluster = client(listener, properties)) {
            // The second question goes to the address that the listener advertises.
            return cluster.served(Target.broker(
                                    cluster.cluster().brokers().get(0).id()))
                            .isEmpty()
                    ? 0
                    : 1;
        }
    }

    private ClusterException failure(Listener listener, Properties properties) {
        long startNanos = System.nanoTime();
        var failure = catchThrowableOfType(ClusterException.class, () -> brokers(listener, properties));
        assertThat(failure).isNotNull().isNotInstanceOf(ClusterUnreachableException.class);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
                .isLessThan(AT_ONCE_MS);
        return failure;
    }

    private String told(Listener listener, Properties properties) {
        long startNanos = System.nanoTime();
        ClusterException failure;
        try (var cluster = client(listener, properties)) {
            failure = catchThrowableOfType(ClusterException.class, cluster::cluster);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
                .isLessThan(AT_ONCE_MS);
        return failure.getMessage();
    }

    private ClusterClient client(Listener listener, Properties properties) {
        return ClusterClient.open(
                ConnectionSettings.to(broker.address(listener), properties).withTimeoutMs(TIMEOUT_MS));
    }

    private Properties tls() {
        var properties = properties("SSL");
        properties.setProperty("ssl.truststore.location", trust.toString());
        properties.setProperty("ssl.truststore.password", PASSWORD);
        properties.setProperty("ssl.truststore.type", "JKS");
        return properties;
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        properties.setProperty("security.protocol", protocol);
        return properties;
    }

    private static void login(Properties properties, String mechanism, String module, String options) {
        properties.setProperty("sasl.mechanism", mechanism);
        properties.setProperty("sasl.jaas.config", MODULES + module + " required " + options + ";");
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
