package dev.gregor.cli.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ConnectionSettings;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EveryBrokerTest {
    /** Never asked, so it never connects. */
    private static ClusterClient client() {
        return ClusterClient.open(ConnectionSettings.to("127.0.0.1:1", new Properties()));
    }

    @Test
    void givenAnswers_whenAsked_thenTheyComeInTheOrderOfTheBrokers() {
        try (var first = client();
                var brokers = new EveryBroker(first, EveryBrokerTest::client)) {
            // when
            var answers =
                    brokers.ask(new TreeMap<>(Map.of(3, "c", 1, "a", 2, "b")), (client, letter) -> letter + letter);
            // then
            assertThat(answers).containsExactly("aa", "bb", "cc");
        }
    }

    @Test
    void givenABrokerThatFails_whenOthersStillAnswer_thenTheyAreThroughBeforeItIsTold() {
        // given
        var failed = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var through = new AtomicBoolean();
        try (var first = client();
                var brokers = new EveryBroker(first, EveryBrokerTest::client)) {
            // when
            assertThatThrownBy(() -> brokers.ask(new TreeMap<>(Map.of(1, true, 2, false)), (client, fails) -> {
                        if (fails) {
                            failed.countDown();
                            throw new ClusterException("broker 1 is away");
                        }
                        try {
                            failed.await();
                            through.set(!told.await(200, TimeUnit.MILLISECONDS));
                        } catch (InterruptedException closed) {
                            return false;
                        }
                        return true;
                    }))
                    .hasMessage("broker 1 is away");
            told.countDown();
            // then
            assertThat(through).isTrue();
        }
    }
}
