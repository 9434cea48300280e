package dev.gregor.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LogTargetTest {
    @Test
    void givenLevelsOfSomeLoggers_whenALoggerAsks_thenTheLongestBeginningCounts() {
        // given
        var target = LogTarget.of("stdout:INFO,org.apache.kafka:WARN,org.apache.kafka.coordinator:DEBUG");
        // when
        var levels = java.util.List.of(
                target.levelOf("dev.gregor.broker.Broker"),
                target.levelOf("org.apache.kafka.raft.KafkaRaftClient"),
                target.levelOf("org.apache.kafka.coordinator.group.Group"));
        // then
        assertThat(target.toStdout()).isTrue();
        assertThat(levels).containsExactly(Level.INFO, Level.WARN, Level.DEBUG);
    }

    @Test
    void givenNoSuchLevel_whenRead_thenWarningsAreWritten() {
        assertThat(LogTarget.of("stderr:LOUD")).isEqualTo(new LogTarget(false, Level.WARN, java.util.List.of()));
    }
}
