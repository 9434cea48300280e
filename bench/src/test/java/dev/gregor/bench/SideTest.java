package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideTest {
    private static final JavaHome JAVA = JavaHome.at(Path.of("/jdk"));

    @TempDir
    private Path parent;

    @Test
    void givenApacheKafka_whenStarted_thenItIsWithTheFlagsOfItsScripts() throws Exception {
        // given
        var kafka = new Side.ApacheKafka(Path.of("/kafka/libs"));
        try (var folder = WorkFolder.in(parent)) {
            // when
            var command = kafka.startCommand(JAVA, folder, Path.of("server.properties"));
            // then
            assertThat(command)
                    .startsWith("/jdk/bin/java", "-Xmx1G", "-Xms1G")
                    .contains("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20", "-Dcom.sun.management.jmxremote=true")
                    .endsWith("-cp", "/kafka/libs/*", "kafka.Kafka", "server.properties");
        }
    }

    @Test
    void givenAConfiguration_whenWritten_thenNoPlaceholderIsLeft() throws Exception {
        try (var folder = WorkFolder.in(parent)) {
            // when
            var config = folder.write(
                    "server.properties",
                    List.of(
                            "port",
                            "20001",
                            "controllerPort",
                            "20002",
                            "data",
                            folder.data().toString()));
            // then
            assertThat(Files.readString(config))
                    .contains("listeners=PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20002")
                    .contains("log.dirs=" + folder.data() + "\n")
                    .doesNotContain("{");
        }
    }
}
