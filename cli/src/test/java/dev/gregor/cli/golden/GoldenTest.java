package dev.gregor.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each line of the {@code .golden} files ({@link GoldenFile} says how they are written) is run with Apache Kafka's own
 * tool and with ours, in turn, against the same broker, and must look the same to whoever called it: stdout, the first
 * line of stderr, the exit code. Differences that are meant are listed in docs/compatibility.md.
 *
 * <p>The broker is Apache Kafka's; {@link GoldenOnGregor} has the same lines run against ours. Lines that ask for an
 * API which a broker does not serve are left out there and counted. {@code -Dgregor.golden=kafka-topics,kafka-acls} runs
 * these tools' lines only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private final Tally tally = new Tally(brokerName());
    private Path folder;
    private int scenes;
    private GoldenBroker broker;
    private Set<String> served;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        broker = startBroker(folder);
        served = new HashSet<>();
        try (var client = ClusterClient.open(ConnectionSettings.to(broker.bootstrap()))) {
            for (short api : client.served(Target.anyBroker()).keySet()) {
                if (ApiKeys.hasId(api)) {
                    served.add(ApiKeys.forId(api).name());
                }
            }
        }
    }

    @AfterAll
    void stop() throws InterruptedException, IOException {
        broker.close();
        System.out.println(tally.write());
    }

    /** Whose broker it is, a word. */
    String brokerName() {
        return "kafka";
    }

    GoldenBroker startBroker(Path folder) throws IOException, InterruptedException {
        return GoldenBroker.ofKafka(folder);
    }

    @TestFactory
    Stream<DynamicNode> givenATool_whenItsLinesAreRunByBoth_thenTheySayTheSame() throws IOException {
        var only = List.of(System.getProperty("gregor.golden", "").split(","));
        return GoldenFile.all().stream()
                .filter(file -> only.stream().anyMatch(file.program()::startsWith))
                .map(file -> DynamicContainer.dynamicContainer(file.program(), tests(file)));
    }

    private Stream<DynamicNode> tests(GoldenFile file) {
        var scene = new Scene(++scenes, file.program(), broker, folder);
        var nodes = new ArrayList<DynamicNode>();
        nodes.add(DynamicTest.dynamicTest("an empty cluster", () -> clean()));
        var missing = List.<String>of();
        var exception = Optional.<Step.Except>empty();
        for (var step : file.steps()) {
            if (step instanceof Step.Needs needs) {
                missing = needs.apis().stream().filter(api -> !served(api)).toList();
            } else if (step instanceof Step.Except except) {
                exception = Optional.of(except).filter(one -> brokerName().startsWith(one.broker()));
            } else if (step instanceof Step.Compare && !missing.isEmpty()) {
                missing.forEach(tally::lacks);
            } else if (step instanceof Step.Compare line
                    && line.words().contains("CONTROLLER")
                    && !broker.hasControllerPort()) {
                tally.explained(file.program(), line.text(), "there is no controller's port");
            } else if (step instanceof Step.Compare line && exception.isPresent()) {
                tally.explained(file.program(), line.text(), exception.get().reason());
                exception = Optional.empty();
            } else if (missing.isEmpty()) {
                nodes.add(test(scene, file.program(), step));
            }
        }
        return nodes.stream();
    }

    private boolean served(String api) {
        ApiKeys.valueOf(api); // a mistyped name must not leave lines out
        return served.contains(api);
    }

    private void clean() throws ExecutionException, InterruptedException {
        CleanCluster.clean(broker.bootstrap(), served);
    }

    private DynamicTest test(Scene scene, String program, Step step) {
        if (step instanceof Step.Compare line) {
            return DynamicTest.dynamicTest(line.text(), () -> {
                tally.compared(program);
                var theirs = scene.runOfKafka(line);
                var ours = scene.runOfGregor(line);
                assertThat(ours).as("%s %s", program, line.text()).isEqualTo(theirs);
                tally.equal(program);
            });
        }
        if (step instanceof Step.Setup setup) {
            return DynamicTest.dynamicTest(setup.text(), () -> scene.setUp(setup));
        }
        if (step instanceof Step.WriteFile file) {
            return DynamicTest.dynamicTest("file " + file.name(), () -> scene.write(file));
        }
        return DynamicTest.dynamicTest(step.toString(), () -> scene.mask((Step.Mask) step));
    }
}
