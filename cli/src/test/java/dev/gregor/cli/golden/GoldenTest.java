package dev.gregor.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.tools.BrokerApiVersionsCommand;
import org.apache.kafka.tools.TopicCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of the {@code .golden} files is run with Apache Kafka's own tool and with ours, in turn, against the same
 * Apache Kafka broker, and must look the same to whoever called it. In a line, {@code BS} stands for {@code
 * --bootstrap-server} and the address, {@code ME} for a name that differs between the two.
 */
class GoldenTest {
    @TempDir
    private static Path folder;

    private static ApacheKafka kafka;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        kafka = ApacheKafka.start(folder);
        for (var line : List.of(
                "BS --create --topic orders --partitions 3",
                "BS --create --topic pay.ments_x --partitions 2 --config retention.ms=1000 --config cleanup.policy=compact",
                "BS --create --topic empty")) {
            assertThat(ToolRun.ofGregor("kafka-topics.sh", words(line, "gregr")).exitCode())
                    .isZero();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        kafka.close();
    }

    static List<String> topicLines() throws IOException {
        return lines("kafka-topics.golden");
    }

    static List<String> brokerApiVersionsLines() throws IOException {
        return lines("kafka-broker-api-versions.golden");
    }

    @ParameterizedTest
    @MethodSource("topicLines")
    void givenALineOfKafkaTopics_whenRunByBoth_thenTheySayTheSame(String line) {
        compare(TopicCommand::main, "kafka-topics.sh", line);
    }

    @ParameterizedTest
    @MethodSource("brokerApiVersionsLines")
    void givenALineOfKafkaBrokerApiVersions_whenRunByBoth_thenTheySayTheSame(String line) {
        compare(BrokerApiVersionsCommand::main, "kafka-broker-api-versions.sh", line);
    }

    private static void compare(ToolRun.KafkaTool tool, String program, String line) {
        // when
        var theirs = ToolRun.ofKafka(tool, words(line, "kafka"));
        var ours = ToolRun.ofGregor(program, words(line, "gregr"));
        // then
        assertThat(named(ours, "gregr")).isEqualTo(named(theirs, "kafka"));
    }

    private static ToolRun named(ToolRun run, String name) {
        return new ToolRun(
                run.out().replace(name + "-", "ME"), run.errorLine().replace(name + "-", "ME"), run.exitCode());
    }

    private static String[] words(String line, String name) {
        var words = new ArrayList<String>();
        for (var word : line.isEmpty() ? List.<String>of() : Arrays.asList(line.split(" "))) {
            if (word.equals("BS")) {
                words.addAll(List.of("--bootstrap-server", kafka.bootstrap()));
            } else {
                words.add(word.replace("ME", name + "-"));
            }
        }
        return words.toArray(new String[0]);
    }

    private static List<String> lines(String resource) throws IOException {
        try (var in = GoldenTest.class.getResourceAsStream(resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
