package dev.gregor.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The list of options of Apache Kafka's own programs, beside what they print as their help. */
class LaunchedProgramsProcessTest {
    private static final Path BIN =
            Path.of(System.getProperty("gregor.home"), "bin").toAbsolutePath().normalize();

    /** An option at a line's start, required or not, with more names after it. */
    private static final Pattern OPTION =
            Pattern.compile("^(?:\\* | {2})?(?:-\\w, )?(--\\w[\\w.-]*)", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> givenAProgramOfApacheKafka_whenItPrintsItsHelp_thenTheListHasItsOptions() {
        return LaunchedPrograms.nodes().stream()
                .filter(node -> node.arguments() instanceof Values.Anything
                        && node.commands().isEmpty())
                .filter(node -> !node.program().equals("kafka-server-stop.sh"))
                .map(node -> DynamicTest.dynamicTest(node.line(), () -> {
                    var listed = new TreeSet<String>();
                    node.options().forEach(option -> listed.addAll(option.names()));
                    listed.remove("--version"); // our launcher's answer, where the program has none
                    // when
                    var printed = new TreeSet<String>();
                    for (var option = OPTION.matcher(help(node)); option.find(); ) {
                        printed.add(option.group(1));
                    }
                    printed.remove("--version");
                    // then
                    assertThat(listed).isEqualTo(printed);
                }));
    }

    private static String help(CompletionNode node) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(BIN.resolve(node.program()).toString()));
        if (!node.words().isEmpty()) {
            command.addAll(List.of(node.words().split(" ")));
        }
        command.add("--help");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
