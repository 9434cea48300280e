package dev.gregor.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables against those of the Apache Kafka on the class path: a newer release must not leave them behind. */
class MetadataVersionsTest {
    @ParameterizedTest
    @EnumSource(MetadataVersion.class)
    void givenAVersionOfKafka_whenLookedUp_thenNameAndLevelAreKafkas(MetadataVersion version) {
        // when, then
        assertThat(MetadataVersions.nameOf(version.featureLevel())).contains(version.version());
        assertThat(MetadataVersions.levelOf(version.version())).isEqualTo(version.featureLevel());
    }

    @Test
    void givenKafkasVersions_whenCounted_thenNoOtherIsKnown() {
        // given
        var versions = MetadataVersion.values();
        int first = versions[0].featureLevel();
        int last = versions[versions.length - 1].featureLevel();
        // when, then
        assertThat(MetadataVersions.nameOf(first - 1)).isEmpty();
        assertThat(MetadataVersions.nameOf(last + 1)).isEmpty();
        assertThat(MetadataVersions.LATEST_PRODUCTION)
                .isEqualTo(MetadataVersion.latestProduction().version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3.3", "3.7", "3.7.1", "3.7.1.2", "3.7.", "4.3", "4.4", "3.2", "", ".", "3", "4.0-IV9", "x.y.z"})
    void givenTheNameOfARelease_whenLookedUp_thenItMeansWhatItMeansToKafka(String text) {
        // given
        Optional<Short> kafkas;
        try {
            kafkas = Optional.of(MetadataVersion.fromVersionString(text, true).featureLevel());
        } catch (IllegalArgumentException unknown) {
            assertThatThrownBy(() -> MetadataVersions.levelOf(text)).hasMessage(unknown.getMessage());
            return;
        }
        // when, then
        assertThat(MetadataVersions.levelOf(text)).isEqualTo(kafkas.get());
    }

    @Test
    void givenKafkasFeatures_whenCompared_thenNamesDefaultsAndNeedsAreTheSame() {
        // given
        var kafkas = new ArrayList<String>();
        for (var feature : Feature.PRODUCTION_FEATURES) {
            for (var version : MetadataVersion.values()) {
                kafkas.add(feature.featureName() + " " + version + " " + feature.defaultLevel(version));
            }
            for (var level : feature.featureVersions()) {
                kafkas.add(feature.featureName() + "=" + level.featureLevel() + " needs "
                        + Optional.ofNullable(level.dependencies().get("metadata.version")));
            }
        }
        // when
        var ours = new ArrayList<String>();
        for (var feature : KnownFeature.values()) {
            for (var version : MetadataVersion.values()) {
                ours.add(feature.featureName() + " " + version + " " + feature.defaultLevel(version.featureLevel()));
            }
            int levels = Arrays.stream(Feature.values())
                    .filter(same -> same.featureName().equals(feature.featureName()))
                    .mapToInt(same -> same.featureVersions().length)
                    .sum();
            for (int level = 0; level < levels; level++) {
                ours.add(feature.featureName() + "=" + level + " needs " + feature.neededMetadataLevel(level));
            }
        }
        // then
        assertThat(ours).isEqualTo(kafkas);
    }
}
