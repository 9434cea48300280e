package dev.gregor.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.client.TextClient.Exchange;
import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.SharedServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each client with each codec: the text that comes out is the text that went in. */
@ExtendWith(SharedServer.class)
class TextRoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("clientsAndCodecs")
    void givenARealText_whenAClientProducesAndConsumesIt_thenTheBytesAreEqual(
            TextClient client, Codec codec, RunningServer server) throws Exception {
        // given
        var text = SampleText.ofThisRun();
        var topic = "text-" + client.name().toLowerCase(Locale.ROOT) + "-" + codec.option();
        createTopic(server, topic);
        var exchange = new Exchange(server.bootstrap(), topic, topic + "-group", folder);
        // when
        client.produce(exchange, codec, text);
        var consumed = client.consume(exchange, text.lines());
        // then
        assertThat(SampleText.sha256(consumed)).isEqualTo(text.sha256());
        deleteTopic(server, topic);
    }

    static Stream<Arguments> clientsAndCodecs() {
        return Arrays.stream(TextClient.values())
                .flatMap(client ->
                        Arrays.stream(Codec.values()).filter(client::speaks).map(codec -> Arguments.of(client, codec)));
    }

    private static void createTopic(RunningServer server, String topic) throws Exception {
        try (var admin = admin(server)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void deleteTopic(RunningServer server, String topic) throws Exception {
        try (var admin = admin(server)) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    private static Admin admin(RunningServer server) {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrap()));
    }
}
