package dev.gregor.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.completion.CompletionNode.Option;
import dev.gregor.cli.completion.Values.OfEntity.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script in a real bash, over a cache that no cluster stands behind. */
class BashScriptTest {
    private static final List<CompletionNode> NODES = List.of(new CompletionNode(
            "kafka-some.sh",
            "",
            List.of(),
            List.of(
                    option("--bootstrap-server", NameKind.ADDRESS, Values.Suffix.comma),
                    option("--config", NameKind.TOPIC_CONFIG, Values.Suffix.equals),
                    option("--group", NameKind.GROUP, Values.Suffix.none),
                    option("--topics", NameKind.TOPIC, Values.Suffix.comma),
                    ofEntity("--entity-name", Part.names, Values.Suffix.none),
                    ofEntity("--add-config", Part.configs, Values.Suffix.equals),
                    ofEntity("--delete-config", Part.configs, Values.Suffix.comma)),
            new Values.InTurn(List.of(
                    new Values.Words(List.of("topic", "group", "broker")),
                    new Values.OfEntity(Part.names, Values.Suffix.none),
                    new Values.OfEntity(Part.configs, Values.Suffix.equals)))));

    @TempDir
    private Path folder;

    private static Option option(String name, NameKind kind, Values.Suffix suffix) {
        return new Option(List.of(name), "", false, new Values.Live(kind, suffix));
    }

    private static Option ofEntity(String name, Part part, Values.Suffix suffix) {
        return new Option(List.of(name), "", false, new Values.OfEntity(part, suffix));
    }

    @BeforeEach
    void cache() throws IOException {
        var names = Files.createDirectories(folder.resolve("gregor/names/at.h_1"));
        Files.writeString(names.resolve("addresses"), "h:1\nh:22\n");
        Files.writeString(names.resolve("topic-configs"), "cleanup.policy\nretention.bytes\nretention.ms\n");
        Files.writeString(names.resolve("groups"), "$(touch pwned)\na b\npay\n");
        Files.writeString(names.resolve("topics"), "orders\norders-2\npay\n");
        Files.writeString(names.resolve("asked"), System.currentTimeMillis() / 1000 + "\n");
        Files.writeString(folder.resolve("script"), CompletionScript.of(CompletionScript.Shell.bash, NODES));
    }

    /** What bash puts into COMPREPLY for the line; nothing may be printed besides. */
    private List<String> complete(String line) throws IOException, InterruptedException {
        var bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "--noprofile",
                        "-c",
                        "source ./script; COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDBREAKS=$' =:'; _gregor"
                                + "; for reply in \"${COMPREPLY[@]}\"; do printf '%s\\n' \"$reply\"; done",
                        "bash",
                        line)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("XDG_CACHE_HOME", folder.toString());
        var process = bash.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return new ArrayList<>(out.lines().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "--bootstrap-server h:1 --group p, pay",
        "--bootstrap-server=h:1 --group=p, pay",
        "--bootstrap-server h:1 --topics orders, orders|orders-2",
        "'--bootstrap-server h:1 --topics pay,orders-', 'pay,orders-2'",
        "--bootstrap-server h:1 --config retention, retention.bytes=|retention.ms=",
        "--bootstrap-server h:, 1|22",
        "--bootstrap-server h:1 --top, --topics",
        "--bootstrap-server h:1 --topics zzz, ''",
        "--bootstrap-server h:1 --topic orders --add-config ret, retention.bytes=|retention.ms=",
        "--bootstrap-server h:1 --entity-type users --add-config c, consumer_byte_rate=|controller_mutation_rate=",
        "--bootstrap-server h:1 --user-defaults --client c --add-config re, request_percentage=",
        "'--bootstrap-server h:1 --entity-type=ips --add-config ', connection_creation_rate=",
        "'--bootstrap-server h:1 --client-metrics m --delete-config interval.ms,', 'interval.ms,interval.ms|interval.ms,match|interval.ms,metrics'",
        "--bootstrap-server h:1 --group g --delete-config streams.n, streams.num.standby.replicas",
        "--bootstrap-server h:1 --entity-type groups --entity-name p, pay",
        "--bootstrap-server h:1 --entity-type users --entity-name p, ''",
        "to, topic",
        "topic --bootstrap-server h:1 o, orders|orders-2",
        "--bootstrap-server h:1 group billing streams.n, streams.num.standby.replicas=",
        "--bootstrap-server h:1 topic orders retention.ms=1 cl, cleanup.policy=",
        "'--bootstrap-server h:1 --entity-type users --add-config request_percentage=5,p', '5,producer_byte_rate='",
    })
    void givenNamesInTheCache_whenALineIsCompleted_thenWhatFitsIsOffered(String line, String offered) throws Exception {
        // when
        var replies = complete("kafka-some.sh " + line);
        // then
        assertThat(String.join("|", replies)).isEqualTo(offered);
    }

    @Test
    void givenAGroupsNameThatIsACommand_whenItIsOffered_thenItIsQuotedAndNeverRun() throws Exception {
        // when
        var replies = complete("kafka-some.sh --bootstrap-server h:1 --group ");
        // then
        assertThat(replies).containsExactly("\\$\\(touch\\ pwned\\)", "a\\ b", "pay");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }
}
