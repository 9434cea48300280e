package dev.gregor.cli;

import dev.gregor.cli.brokers.BrokerApiVersionsProgram;
import dev.gregor.cli.consume.ConsoleConsumerProgram;
import dev.gregor.cli.consume.ConsoleShareConsumerProgram;
import dev.gregor.cli.perf.ConsumerPerfTestProgram;
import dev.gregor.cli.perf.EndToEndLatencyProgram;
import dev.gregor.cli.perf.ShareConsumerPerfTestProgram;
import dev.gregor.cli.produce.ConsoleProducerProgram;
import dev.gregor.cli.server.ServerStartProgram;
import dev.gregor.cli.server.ServerStopProgram;
import dev.gregor.cli.storage.StorageProgram;
import dev.gregor.cli.topic.TopicsProgram;
import java.util.Optional;

/**
 * Every name in {@code bin/} and the program behind it.
 *
 * <p>A switch, not a map of suppliers: only the branch taken loads a class.
 */
final class Programs {
    private Programs() {}

    /** The program of a name as in {@code bin/}, with or without {@code .sh}; empty when there is none. */
    static Optional<Program> named(String name) {
        var stem = name.endsWith(".sh") ? name.substring(0, name.length() - ".sh".length()) : name;
        return switch (stem) {
            case "gregor" -> Optional.of(new GregorProgram());
            case "kafka-topics" -> Optional.of(new TopicsProgram());
            case "kafka-broker-api-versions" -> Optional.of(new BrokerApiVersionsProgram());
            case "kafka-console-producer" -> Optional.of(new ConsoleProducerProgram());
            case "kafka-console-consumer" -> Optional.of(new ConsoleConsumerProgram());
            case "kafka-console-share-consumer" -> Optional.of(new ConsoleShareConsumerProgram());
            case "kafka-consumer-perf-test" -> Optional.of(new ConsumerPerfTestProgram());
            case "kafka-e2e-latency" -> Optional.of(new EndToEndLatencyProgram());
            case "kafka-share-consumer-perf-test" -> Optional.of(new ShareConsumerPerfTestProgram());
            case "kafka-server-start" -> Optional.of(new ServerStartProgram());
            case "kafka-storage" -> Optional.of(new StorageProgram());
            case "kafka-server-stop" -> Optional.of(new ServerStopProgram());
            default -> Optional.empty();
        };
    }
}
