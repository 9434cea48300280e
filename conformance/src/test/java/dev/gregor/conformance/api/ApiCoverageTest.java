package dev.gregor.conformance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.server.SharedServer;
import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ApiVersions promises, beside Apache Kafka's own answer and beside the page that users read. */
@ExtendWith(SharedServer.class)
class ApiCoverageTest {
    private static final short VERSION = 3;

    @Test
    void givenAnApiThatIsServed_whenComparedWithApacheKafka_thenTheVersionsAreTheSame(RunningServer server)
            throws IOException {
        try (var home = ServerHome.create()) {
            // given
            var apache = served(home.start(ServerKind.APACHE));
            // when
            var served = served(server);
            // then
            assertThat(apache).containsAllEntriesOf(served);
        }
    }

    @Test
    void givenThePageOnCompatibility_whenComparedWithTheBroker_thenTheyAgree() throws IOException {
        try (var home = ServerHome.create()) {
            assertThat(served(home.start(ServerKind.GREGOR))).isEqualTo(CompatibilityPage.servedVersions());
        }
    }

    private static SortedMap<String, String> served(RunningServer server) throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            var request = new ApiVersionsRequestData()
                    .setClientSoftwareName("conformance")
                    .setClientSoftwareVersion("1");
            var answer = (ApiVersionsResponseData) connection.exchange(ApiKeys.API_VERSIONS, VERSION, request);
            var served = new TreeMap<String, String>();
            for (var api : answer.apiKeys()) {
                served.put(ApiKeys.forId(api.apiKey()).name, api.minVersion() + "–" + api.maxVersion());
            }
            return served;
        }
    }
}
