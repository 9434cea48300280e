package dev.gregor.cli.perf;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicCollection;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** {@code kafka-e2e-latency.sh}: how long a record takes from a producer's send to a consumer's poll, one at a time. */
public final class EndToEndLatencyProgram implements Program {
    private static final int FAILED = 1;

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return EndToEndOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        var line = arguments;
        // Apache Kafka's tool counts the words before it looks at --help, so that alone is one word too few there.
        if (!Arrays.asList(arguments).contains("--help")
                && !Arrays.asList(arguments).contains("--version")) {
            try {
                var named = EndToEndOptions.named(arguments);
                if (named.isPresent()) {
                    streams.out().println(EndToEndOptions.warning());
                    line = named.get();
                }
            } catch (IllegalArgumentException wrongNumber) {
                streams.err().println(wrongNumber.getMessage());
                return FAILED;
            }
        }
        return new DropIn(table(), streams).run(line, parsed -> {
            var options = new EndToEndOptions(parsed);
            options.check();
            measure(streams.out(), options);
            return 0;
        });
    }

    private static void measure(PrintStream out, EndToEndOptions options) throws Exception {
        var consuming = new HashMap<>(options.clientProperties());
        consuming.put(ConsumerConfig.GROUP_ID_CONFIG, "test-group-" + System.currentTimeMillis());
        consuming.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consuming.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        // Nothing is to wait for company.
        consuming.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "0");
        var producing = new HashMap<>(options.clientProperties());
        producing.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        producing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        producing.put(ProducerConfig.ACKS_CONFIG, options.acks());
        try (var consumer = new KafkaConsumer<>(
                        ClientProperties.forShortRun(consuming),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        ClientProperties.forShortRun(producing),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            BootstrapProbe.await(options.bootstrap());
            if (!consumer.listTopics().containsKey(options.topic())) {
                createTopic(out, options);
            }
            new LatencyProbe(consumer, producer, options, out).measure();
        }
    }

    private static void createTopic(PrintStream out, EndToEndOptions options) {
        out.printf(
                "Topic \"%s\" does not exist. Will create topic with 1 partition(s) and replication factor = 1%n",
                options.topic());
        try (var client = DropIn.connect(options.bootstrap(), options.configFile())) {
            var topics = new CreatableTopicCollection();
            topics.add(new CreatableTopic()
                    .setName(options.topic())
                    .setNumPartitions(1)
                    .setReplicationFactor((short) 1));
            var answer = client.ask(
                    Target.controller(),
                    new CreateTopicsRequestData().setTopics(topics).setTimeoutMs(client.requestTimeoutMs()),
                    new CreateTopicsResponseData(),
                    EndToEndLatencyProgram::errorOf);
            for (var topic : answer.topics()) {
                if (topic.errorCode() != ErrorCodes.NONE) {
                    out.printf("Creation of topic %s failed%n", options.topic());
                    throw new ClusterException("topic '" + options.topic() + "' cannot be made: "
                            + ErrorCodes.text(topic.errorCode(), topic.errorMessage()));
                }
            }
        }
    }

    private static short errorOf(CreateTopicsResponseData answer) {
        for (var topic : answer.topics()) {
            return topic.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
