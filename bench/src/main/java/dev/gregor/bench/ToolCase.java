package dev.gregor.bench;

import java.util.List;

/**
 * One command line that both sides run against the same broker.
 *
 * @param key       its part of the figures' keys
 * @param script    as in {@code bin/}
 * @param mainClass Apache Kafka's class behind that script
 * @param arguments what follows {@code --bootstrap-server HOST:PORT}
 * @param stdin     what the command reads
 * @param says      what its output must contain, or the run does not count
 * @param time      what the ratio of its time may be
 * @param cpu       what the ratio of its CPU may be
 */
record ToolCase(
        String key,
        String script,
        String mainClass,
        List<String> arguments,
        String stdin,
        String says,
        Budget time,
        Budget cpu) {
    static final int TOPICS = 10;
    static final String TOPIC = "topic-0";
    static final String GROUP = "billing";

    /** The line that reads one record as a member of {@link #GROUP}, which makes the group. */
    static final List<String> JOIN_GROUP = List.of(
            "--topic", TOPIC, "--group", GROUP, "--from-beginning", "--max-messages", "1", "--timeout-ms", "30000");

    /** In the order in which they are run. */
    static final List<ToolCase> ALL = List.of(
            asked("list", "kafka-topics.sh", "org.apache.kafka.tools.TopicCommand", TOPIC, "--list"),
            asked(
                    "describe",
                    "kafka-topics.sh",
                    "org.apache.kafka.tools.TopicCommand",
                    "ReplicationFactor",
                    "--describe"),
            asked(
                    "groups",
                    "kafka-consumer-groups.sh",
                    "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                    GROUP,
                    "--list"),
            asked(
                    "group",
                    "kafka-consumer-groups.sh",
                    "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                    TOPIC,
                    "--describe",
                    "--group",
                    GROUP),
            asked(
                    "configs",
                    "kafka-configs.sh",
                    "kafka.admin.ConfigCommand",
                    "retention.ms",
                    "--describe",
                    "--all",
                    "--topic",
                    TOPIC),
            moved(
                    "producer",
                    "kafka-console-producer.sh",
                    "org.apache.kafka.tools.ConsoleProducer",
                    "one line\n",
                    "",
                    "--topic",
                    TOPIC),
            moved(
                    "consumer",
                    "kafka-console-consumer.sh",
                    "org.apache.kafka.tools.consumer.ConsoleConsumer",
                    "",
                    "Processed a total of 1 messages",
                    "--topic",
                    TOPIC,
                    "--from-beginning",
                    "--max-messages",
                    "1"));

    private static ToolCase asked(String key, String script, String mainClass, String says, String... arguments) {
        return new ToolCase(
                key,
                script,
                mainClass,
                List.of(arguments),
                "",
                says,
                Budget.atMost(0.20, 0.18),
                Budget.atMost(0.15, 0.12));
    }

    private static ToolCase moved(
            String key, String script, String mainClass, String stdin, String says, String... arguments) {
        return new ToolCase(
                key,
                script,
                mainClass,
                List.of(arguments),
                stdin,
                says,
                Budget.atMost(0.50, 0.35),
                Budget.atMost(0.50, 0.35));
    }

    /** As people write it. */
    String label() {
        return script + " " + String.join(" ", arguments);
    }
}
