package dev.gregor.bench;

import java.io.IOException;
import java.util.List;

/** {@code kafka-topics.sh --list} of both sides against one broker, Apache Kafka's, with ten topics. */
record CliMeasure(JavaHome java, Side.ApacheKafka kafka, Side.Gregor gregor, int pairs) implements Measure {
    private static final int TOPICS = 10;

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        try (var brokerFolder = WorkFolder.in(lab.parent());
                var broker = BrokerProcess.startEmpty(kafka, java, brokerFolder, Ports.free());
                var client = broker.connect()) {
            for (int n = 0; n < TOPICS; n++) {
                client.createTopic("topic-" + n, 1);
            }
            lab.inTurn("kafka-topics.sh --list", 1, pairs, (side, folder, recorder) -> {
                folder.write("log4j2-tools.yaml", List.of());
                var command = lab.isA(side)
                        ? kafka.listTopicsCommand(java, folder, broker.bootstrap())
                        : gregor.listTopicsCommand(broker.bootstrap());
                var run = TimedCommand.run(command, folder, java);
                long listed = run.output()
                        .lines()
                        .filter(line -> line.startsWith("topic-"))
                        .count();
                if (listed != TOPICS) {
                    throw new IOException(
                            side.name() + " listed " + listed + " of " + TOPICS + " topics:\n" + run.output());
                }
                recorder.record(Figure.topicsListTime(), run.seconds());
                recorder.record(Figure.topicsListCpu(), run.cpuSeconds());
            });
        }
    }
}
