package dev.gregor.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.apache.kafka.coordinator.group.GroupConfig;
import org.junit.jupiter.api.Test;

class EntityKindsTest {
    @Test
    void givenApacheKafkasGroupConfigs_whenCompared_thenTheyAreThese() {
        assertThat(EntityKinds.OF_GROUPS).containsExactlyElementsOf(new TreeSet<>(GroupConfig.configNames()));
    }
}
