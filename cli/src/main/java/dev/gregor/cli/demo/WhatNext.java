package dev.gregor.cli.demo;

import java.util.List;

/** How to go on by hand, in 80 columns. */
final class WhatNext {
    private WhatNext() {}

    static List<String> withoutBroker() {
        return List.of(
                "Go on by hand (or run 'gregor demo --keep', and this broker stays):",
                "  bin/gregor broker &",
                "  S='--bootstrap-server localhost:9092 --topic hello'",
                "  bin/kafka-topics.sh $S --create --partitions 6",
                "  echo hello | bin/kafka-console-producer.sh $S",
                "  bin/kafka-console-consumer.sh $S --from-beginning --max-messages 1",
                "  bin/kafka-server-stop.sh");
    }

    static List<String> withBroker(Stage stage) {
        return List.of(
                "The broker still runs. Its data, configuration and log are in",
                "  " + stage.folder(),
                "Go on by hand:",
                "  S='--bootstrap-server " + stage.broker().bootstrap() + " --topic " + Stage.TOPIC + "'",
                "  bin/kafka-topics.sh $S --describe",
                "  echo hello | bin/kafka-console-producer.sh $S",
                "  bin/kafka-console-consumer.sh $S --from-beginning --max-messages 10",
                "End it with",
                "  kill " + stage.broker().pid() + " && rm -r " + stage.folder());
    }
}
