package dev.gregor.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are none, above all those that would lead out of the folder. */
@ExtendWith(SharedServer.class)
class TopicNameTest {
    @ParameterizedTest
    @MethodSource("names")
    void givenANameThatIsNone_whenCreated_thenItIsRefusedInKafkasWords(
            String name, String message, RunningServer server) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            // when
            var failure = catchThrowable(() -> admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .get());
            // then
            assertThat(failure).hasCauseInstanceOf(InvalidTopicException.class).hasMessageContaining(message);
            assertThat(admin.listTopics().names().get()).doesNotContain(name);
        }
    }

    static Stream<Arguments> names() {
        var characters = "contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'";
        return Stream.of(
                Arguments.of("../x", characters),
                Arguments.of("a/b", characters),
                Arguments.of("späti", characters),
                Arguments.of("a b", characters),
                Arguments.of(".", "'.' is not allowed"),
                Arguments.of("..", "'..' is not allowed"),
                Arguments.of("x".repeat(250), "the length of"));
    }
}
