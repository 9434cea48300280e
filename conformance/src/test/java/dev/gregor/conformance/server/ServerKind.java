package dev.gregor.conformance.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose broker is started: Gregor's, or Apache Kafka's own. */
public enum ServerKind {
    /** Through {@code bin/kafka-server-start.sh} of this repository, as a user would. */
    GREGOR {
        @Override
        List<String> command(ServerHome home) {
            var launcher = repository().resolve("bin").resolve("kafka-server-start.sh");
            if (Files.isExecutable(launcher)) {
                return List.of(launcher.toString(), home.properties().toString());
            }
            return java(
                    List.of("-Xmx512m", "-XX:+UseSerialGC"),
                    gregorClassPath(),
                    List.of(
                            "dev.gregor.cli.Main",
                            "kafka-server-start.sh",
                            home.properties().toString()));
        }
    },

    /** {@code kafka.Kafka} from the class path of the tests; formats an empty folder first, as its users have to. */
    APACHE {
        @Override
        List<String> command(ServerHome home) {
            home.formatIfEmpty();
            return java(
                    List.of(
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.showDateTime=true"),
                    System.getProperty("java.class.path"),
                    List.of("kafka.Kafka", home.properties().toString()));
        }
    };

    abstract List<String> command(ServerHome home);

    /** The broker that this run is about: system property {@code gregor.server}, {@code gregor} or {@code apache}. */
    public static ServerKind underTest() {
        return valueOf(System.getProperty("gregor.server", "gregor").toUpperCase(Locale.ROOT));
    }

    /** The top folder of this repository. */
    public static Path repository() {
        return Path.of(System.getProperty("gregor.root", "..")).toAbsolutePath().normalize();
    }

    static List<String> java(List<String> options, String classPath, List<String> mainAndArguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), options, List.of("-cp", classPath), mainAndArguments)
                .flatMap(List::stream)
                .toList();
    }

    /** The class path of the tests without what a running Gregor must never see: the old core, Scala, Kafka's tools. */
    private static String gregorClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .filter(entry ->
                        !Path.of(entry).getFileName().toString().matches("(kafka_2|scala-|kafka-tools-4|log4j).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
