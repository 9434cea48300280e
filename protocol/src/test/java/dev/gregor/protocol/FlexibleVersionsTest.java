package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.message.ApiMessageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlexibleVersionsTest {
    private static final short FLEXIBLE_REQUEST_HEADER = 2;

    @ParameterizedTest
    @EnumSource
    void givenAnApi_whenAskedForEachVersion_thenTheTableAgreesWithTheProtocol(ApiMessageType api) {
        for (short version = api.lowestSupportedVersion(); version <= api.highestSupportedVersion(true); version++) {
            assertThat(FlexibleVersions.isFlexible(api.apiKey(), version))
                    .as("%s version %d", api, version)
                    .isEqualTo(api.requestHeaderVersion(version) >= FLEXIBLE_REQUEST_HEADER);
        }
    }
}
