package dev.gregor.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.SharedServer;
import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bytes that are no request. Every case holds for Apache Kafka too ({@code -Dgregor.server=apache}), and in every case a client
 * that was connected before goes on.
 */
@ExtendWith(SharedServer.class)
class GarbageTest {
    private static final short VERSION_0 = 0;
    private static final short METADATA_VERSION = 12;

    @Test
    void givenGarbage_whenSent_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        var garbage = new byte[4096];
        new Random(42).nextBytes(garbage);
        garbage[0] = 0x7f; // a length of about 2 GB
        assertClosed(server, garbage);
    }

    @Test
    void givenAFrameOfGarbage_whenSent_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        var garbage = new byte[64];
        new Random(43).nextBytes(garbage);
        garbage[0] = 0x7f; // no such API
        assertClosed(server, framed(garbage));
    }

    @Test
    void givenANegativeLength_whenSent_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        assertClosed(server, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
    }

    @Test
    void givenALengthOfTwoGigabytes_whenSent_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        assertClosed(server, new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 0});
    }

    @Test
    void givenAnEmptyFrame_whenSent_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        assertClosed(server, new byte[4]);
    }

    @Test
    void givenATruncatedRequest_whenItsFrameEnds_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        // given
        var whole = RawConnection.frame(ApiKeys.METADATA, METADATA_VERSION, metadataOf("some-topic"));
        // then
        assertClosed(server, framed(Arrays.copyOf(whole, whole.length - 5)));
    }

    @Test
    void givenHalfARequest_whenTheClientLeaves_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        try (var witness = RawConnection.open(server.port());
                var connection = RawConnection.open(server.port())) {
            // given
            connection.sendBytes(new byte[] {0, 0, 0, 100, 0, 3});
            // when
            connection.endOutput();
            // then
            assertThat(connection.isClosedWithoutAnswer()).isTrue();
            assertServed(witness);
        }
    }

    @Test
    void givenAnUnknownApi_whenAsked_thenTheConnectionIsClosed(RunningServer server) throws IOException {
        assertClosed(server, framed(RawConnection.header((short) 9999, VERSION_0, (short) 1)));
    }

    @Test
    void givenAVersionNobodyKnows_whenAskedOfAnyOtherApi_thenTheConnectionIsClosed(RunningServer server)
            throws IOException {
        assertClosed(server, framed(RawConnection.header(ApiKeys.METADATA.id, (short) 99, (short) 1)));
    }

    @Test
    void givenTooNewApiVersions_whenAsked_thenTheAnswerComesInVersion0WithWhatIsServed(RunningServer server)
            throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            // when
            connection.sendBytes(framed(RawConnection.header(ApiKeys.API_VERSIONS.id, (short) 99, (short) 2)));
            var answer = (ApiVersionsResponseData) connection.readResponse(ApiKeys.API_VERSIONS, VERSION_0);
            // then
            assertThat(Errors.forCode(answer.errorCode())).isEqualTo(Errors.UNSUPPORTED_VERSION);
            var served = answer.apiKeys().find(ApiKeys.API_VERSIONS.id);
            assertThat(served.minVersion()).isEqualTo(ApiKeys.API_VERSIONS.oldestVersion());
            assertThat(served.maxVersion()).isEqualTo(ApiKeys.API_VERSIONS.latestVersion());
            // and the client asks again, on the same connection
            var again = (ApiVersionsResponseData) connection.exchange(
                    ApiKeys.API_VERSIONS,
                    served.maxVersion(),
                    new ApiVersionsRequestData()
                            .setClientSoftwareName("conformance")
                            .setClientSoftwareVersion("1"));
            assertThat(Errors.forCode(again.errorCode())).isEqualTo(Errors.NONE);
        }
    }

    @Test
    void givenAnArrayOfTwoBillion_whenClaimedInASmallRequest_thenTheConnectionIsClosed(RunningServer server)
            throws IOException {
        // given
        var header = RawConnection.header(ApiKeys.METADATA.id, (short) 1, (short) 1);
        var request = ByteBuffer.allocate(header.length + 4).put(header).putInt(Integer.MAX_VALUE);
        // then
        assertClosed(server, framed(request.array()));
    }

    @Test
    void givenRequestsWithoutWaiting_whenAnswered_thenTheAnswersComeInTheirOrder(RunningServer server)
            throws IOException {
        try (var connection = RawConnection.open(server.port())) {
            // given
            var requests = List.of("one", "two", "three", "four");
            for (var topic : requests) {
                connection.sendFrame(RawConnection.frame(ApiKeys.METADATA, METADATA_VERSION, metadataOf(topic)));
            }
            for (var topic : requests) {
                // when
                var answer = (MetadataResponseData) connection.readResponse(ApiKeys.METADATA, METADATA_VERSION);
                // then
                assertThat(answer.topics().find(topic)).isNotNull();
            }
        }
    }

    private static void assertClosed(RunningServer server, byte[] bytes) throws IOException {
        try (var witness = RawConnection.open(server.port());
                var connection = RawConnection.open(server.port())) {
            assertServed(witness);
            connection.sendBytes(bytes);
            assertThat(connection.isClosedWithoutAnswer()).isTrue();
            assertServed(witness);
        }
    }

    private static void assertServed(RawConnection witness) throws IOException {
        var answer = (MetadataResponseData)
                witness.exchange(ApiKeys.METADATA, METADATA_VERSION, new MetadataRequestData().setTopics(List.of()));
        assertThat(answer.brokers()).hasSize(1);
    }

    private static MetadataRequestData metadataOf(String topic) {
        return new MetadataRequestData()
                .setTopics(List.of(new MetadataRequestData.MetadataRequestTopic().setName(topic)))
                .setAllowAutoTopicCreation(false);
    }

    private static byte[] framed(byte[] frame) {
        return ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
    }
}
