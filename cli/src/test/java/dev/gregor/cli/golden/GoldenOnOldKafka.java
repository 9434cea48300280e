package dev.gregor.cli.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The golden lines against an older release's broker, whose jars are in the folder {@code -Dgregor.golden.jars}. Both
 * tools are of today. Not part of the build: {@code conformance/kafka-versions} fetches the jars and runs it.
 */
class GoldenOnOldKafka extends GoldenTest {
    private static final Path JARS = Path.of(System.getProperty("gregor.golden.jars", "."));

    @Override
    String brokerName() {
        return JARS.getFileName().toString();
    }

    @Override
    GoldenBroker startBroker(Path folder) throws IOException, InterruptedException {
        var classPath = JARS + "/*";
        try (var jars = Files.list(JARS)) {
            boolean zooKeeper =
                    jars.anyMatch(jar -> jar.getFileName().toString().equals("kafka_2.13-2.8.2.jar"));
            return zooKeeper
                    ? GoldenBroker.ofKafkaWithZooKeeper(folder, classPath)
                    : GoldenBroker.ofKafka(folder, classPath);
        }
    }
}
