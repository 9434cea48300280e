package dev.gregor.cli.demo;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicCollection;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.protocol.Errors;

/** Creates the topic, as {@code kafka-topics.sh --create} would. */
final class CreateTopic implements Chapter {
    private static final short ONE_REPLICA = 1;

    @Override
    public String title() {
        return "create a topic";
    }

    @Override
    public String play(Stage stage) throws DemoFailure {
        var topics = new CreatableTopicCollection();
        topics.add(new CreatableTopic()
                .setName(Stage.TOPIC)
                .setNumPartitions(Stage.PARTITIONS)
                .setReplicationFactor(ONE_REPLICA));
        try (var client =
                ClusterClient.open(ConnectionSettings.to(stage.broker().bootstrap()))) {
            var request = new CreateTopicsRequestData()
                    .setTimeoutMs(client.requestTimeoutMs())
                    .setTopics(topics);
            var answer =
                    client.ask(Target.controller(), request, new CreateTopicsResponseData(), CreateTopic::errorCode);
            if (errorCode(answer) != Errors.NONE.code()) {
                throw new DemoFailure("creating the topic failed: " + Errors.forCode(errorCode(answer)));
            }
        }
        return "'" + Stage.TOPIC + "' with " + Stage.PARTITIONS + " partitions";
    }

    private static short errorCode(CreateTopicsResponseData answer) {
        return answer.topics().find(Stage.TOPIC).errorCode();
    }
}
