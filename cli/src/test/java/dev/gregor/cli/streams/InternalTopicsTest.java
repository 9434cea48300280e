package dev.gregor.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternalTopicsTest {
    @ParameterizedTest
    @CsvSource({
        "app-counts-changelog, true",
        "app-by-user-repartition, true",
        "app-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-0000000012-topic, true",
        "app-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE-7-topic, true",
        "app-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE--topic, false",
        "app-orders, false",
        "application-counts-changelog, false",
        "counts-changelog, false"
    })
    void givenATopicsName_whenItsGroupIsDeletedWithItsInternalTopics_thenOnlyWhatTheGroupMadeGoes(
            String topic, boolean internal) {
        assertThat(InternalTopics.isInternal(topic, "app")).isEqualTo(internal);
    }
}
