package dev.gregor.bench;

import java.io.IOException;
import java.util.List;

/** The command lines of {@link ToolCase} on both sides against one broker, Apache Kafka's, with ten topics and a group. */
record CliMeasure(JavaHome java, Side.ApacheKafka kafka, Side.Gregor gregor, int pairs) implements Measure {
    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        try (var brokerFolder = WorkFolder.in(lab.parent());
                var broker = BrokerProcess.startEmpty(kafka, java, brokerFolder, Ports.free());
                var client = broker.connect()) {
            for (int n = 0; n < ToolCase.TOPICS; n++) {
                client.createWritableTopic("topic-" + n, 1, 10);
            }
            var join = gregor.toolCommand("kafka-console-consumer.sh", broker.bootstrap(), ToolCase.JOIN_GROUP);
            TimedCommand.run(join, "", brokerFolder, java);
            for (var tool : ToolCase.ALL) {
                lab.inTurn(tool.label(), 1, pairs, (side, folder, recorder) -> {
                    folder.write("log4j2-tools.yaml", List.of());
                    var command = lab.isA(side)
                            ? kafka.toolCommand(java, folder, tool.mainClass(), broker.bootstrap(), tool.arguments())
                            : gregor.toolCommand(tool.script(), broker.bootstrap(), tool.arguments());
                    var run = TimedCommand.run(command, tool.stdin(), folder, java);
                    if (!run.output().contains(tool.says())) {
                        throw new IOException(side.name() + " did not say '" + tool.says() + "':\n" + run.output());
                    }
                    recorder.record(Figure.toolTime(tool), run.seconds());
                    recorder.record(Figure.toolCpu(tool), run.cpuSeconds());
                });
            }
        }
    }
}
