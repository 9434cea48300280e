package dev.gregor.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerSettingsTest {
    private static Map<String, String> settings(String... given) {
        var properties = new Properties();
        for (int i = 0; i < given.length; i += 2) {
            properties.setProperty(given[i], given[i + 1]);
        }
        return ProducerSettings.of(properties, 10_000, Optional.empty(), Optional.of("1"));
    }

    @Test
    void givenNothing_whenMade_thenARecordMayTakeThreeTimeouts() {
        assertThat(settings())
                .containsEntry("request.timeout.ms", "10000")
                .containsEntry("delivery.timeout.ms", "30000")
                .containsEntry("acks", "1");
    }

    /** kafka-clients refuses a delivery time-out below linger and request time-out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "request.timeout.ms=60000",
                "delivery.timeout.ms=5000",
                "linger.ms=40000",
                "delivery.timeout.ms=45000",
                "request.timeout.ms=2147483647"
            })
    void givenOneTimeoutOfAConfiguration_whenMade_thenTheOthersFitIt(String given) {
        // given
        var pair = given.split("=", 2);
        // when
        var made = settings(pair[0], pair[1]);
        // then
        assertThat(made).containsEntry(pair[0], pair[1]);
        long linger = Long.parseLong(made.getOrDefault("linger.ms", ""));
        long request = Long.parseLong(made.getOrDefault("request.timeout.ms", ""));
        long delivery = Long.parseLong(made.getOrDefault("delivery.timeout.ms", ""));
        assertThat(delivery).isGreaterThanOrEqualTo(Math.min(Integer.MAX_VALUE, linger + request));
    }

    @Test
    void givenAnApplicationsConfiguration_whenMade_thenItsTransactionsAreLeftAlone() {
        // when
        var made = settings("transactional.id", "billing", "compression.type", "zstd");
        // then
        assertThat(made).doesNotContainKey("transactional.id").containsEntry("compression.type", "zstd");
        assertThat(ProducerConfig.configNames()).containsAll(made.keySet());
    }
}
