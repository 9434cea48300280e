package dev.gregor.conformance.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Brokers of both kinds take turns on one folder and one {@code server.properties}: each serves what the other left, to the same
 * producers, which go on with the sequences they had.
 */
class SwapTest {
    @ParameterizedTest(name = "{0}, killed: {1}")
    @MethodSource("turns")
    void givenAFolderInUse_whenTheOtherBrokerTakesOver_thenClientsSeeTheSame(List<ServerKind> turns, boolean killed)
            throws Exception {
        try (var home = ServerHome.create()) {
            // given
            var server = home.start(turns.get(0));
            try (var workload = new Workload(home.bootstrap())) {
                workload.produce();
                workload.commit();
                for (var next : turns.subList(1, turns.size())) {
                    var before = workload.everything();
                    // when
                    end(server, killed);
                    server = home.start(next);
                    // then
                    assertThat(workload.everything()).isEqualTo(before);
                    workload.produce();
                    workload.commit();
                    assertThat(workload.everything()).hasSizeGreaterThan(before.size());
                }
            }
        }
    }

    private static void end(RunningServer server, boolean killed) {
        if (killed) {
            server.kill();
        } else {
            server.stop();
        }
    }

    static Stream<Arguments> turns() {
        return Stream.of(
                Arguments.of(List.of(ServerKind.GREGOR, ServerKind.APACHE, ServerKind.GREGOR), false),
                Arguments.of(List.of(ServerKind.APACHE, ServerKind.GREGOR, ServerKind.APACHE), true));
    }
}
