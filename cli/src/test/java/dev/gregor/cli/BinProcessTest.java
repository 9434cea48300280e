package dev.gregor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every name in {@code bin/}: which there are, what they answer, and what the launcher makes of Kafka's variables. */
class BinProcessTest {
    private static final Path BIN =
            Path.of(System.getProperty("gregor.home"), "bin").toAbsolutePath().normalize();

    private static final List<String> NAMES_OF_APACHE_KAFKA = List.of(
            ("connect-distributed connect-mirror-maker connect-plugin-path connect-standalone kafka-acls kafka-broker-api-versions"
                            + " kafka-client-metrics kafka-cluster kafka-configs kafka-console-consumer kafka-console-producer"
                            + " kafka-console-share-consumer kafka-consumer-groups kafka-consumer-perf-test"
                            + " kafka-delegation-tokens kafka-delete-records kafka-dump-log kafka-e2e-latency kafka-features"
                            + " kafka-get-offsets kafka-groups kafka-jmx kafka-leader-election kafka-log-dirs"
                            + " kafka-metadata-quorum kafka-metadata-shell kafka-producer-perf-test kafka-reassign-partitions"
                            + " kafka-replica-verification kafka-run-class kafka-server-start kafka-server-stop"
                            + " kafka-share-consumer-perf-test kafka-share-groups kafka-storage kafka-streams-application-reset"
                            + " kafka-streams-groups kafka-topics kafka-transactions kafka-verifiable-consumer"
                            + " kafka-verifiable-producer kafka-verifiable-share-consumer trogdor"
                            // of earlier releases
                            + " kafka-mirror-maker kafka-preferred-replica-election zookeeper-server-start"
                            + " zookeeper-server-stop")
                    .split(" "));

    @TempDir
    private Path folder;

    private record Result(int exitCode, String out, String err) {}

    @Test
    void givenEveryNameOfApacheKafka_whenBinIsListed_thenItIsThere() {
        assertThat(NAMES_OF_APACHE_KAFKA)
                .allSatisfy(name -> assertThat(BIN.resolve(name + ".sh")).isExecutable());
    }

    @TestFactory
    Stream<DynamicTest> givenAnyName_whenAskedForItsVersion_thenItSaysApacheKafkasToo() throws IOException {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    // when
                    var result = run(Map.of(), name, "--version");
                    // then
                    assertThat(result.exitCode()).isZero();
                    assertThat(result.out()).contains("4.3.1");
                }));
    }

    @TestFactory
    Stream<DynamicTest> givenAnyName_whenAskedForHelp_thenItSaysHowItIsUsed() throws IOException {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    // when
                    var result = run(Map.of(), name, "--help");
                    // then
                    assertThat(result.exitCode()).isIn(0, 1, 255);
                    assertThat(result.out() + result.err())
                            .containsPattern(
                                    "(?i)usage|this tool|^dump |^validate |option .* description|use |kafka-server-");
                    assertThat(result.out() + result.err())
                            .doesNotContain("Exception", "no such program", "SLF4J", "log4j");
                }));
    }

    @Test
    void givenABroker_whenItIsStarted_thenApacheKafkasStopScriptWouldFindIt() throws Exception {
        // when
        var words = wordsForJava(Map.of(), "kafka-server-start.sh", "server.properties", "--override", "a=b");
        // then
        assertThat(String.join(" ", words)).endsWith(" kafka.Kafka server.properties --override a=b");
    }

    @Test
    void givenKafkasVariables_whenAnyClassIsRun_thenTheyReachTheJvm() throws Exception {
        // given
        var variables = Map.of(
                "CLASSPATH", "mine.jar",
                "JMX_PORT", "9999",
                "KAFKA_HEAP_OPTS", "-Xmx99m",
                "KAFKA_OPTS", "-Dx=y -Dz=*",
                "KAFKA_DEBUG", "yes",
                "LOG_DIR", folder.toString());
        // when
        var words = wordsForJava(variables, "kafka-run-class.sh", "-name", "mine", "-loggc", "org.example.Mine", "a b");
        // then
        assertThat(words).endsWith("org.example.Mine", "a b");
        assertThat(words.get(words.indexOf("-cp") + 1))
                .matches("mine.jar:.*/lib/apache/\\*:.*/lib/tool/\\*:.*/lib/broker/\\*");
        assertThat(words)
                .contains(
                        "-Dcom.sun.management.jmxremote.port=9999",
                        "-Dcom.sun.management.jmxremote.rmi.port=9999",
                        "-Dcom.sun.management.jmxremote.authenticate=false",
                        "-Xmx99m",
                        "-Dx=y",
                        "-Dz=*",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005",
                        "-Xlog:gc*:file=" + folder + "/mine-gc.log:time,tags:filecount=10,filesize=100M",
                        "-Dkafka.logs.dir=" + folder);
    }

    @Test
    void givenABrokersJmxPort_whenAnAdminCommandRunsBesideIt_thenThePortIsLeftToTheBroker() throws Exception {
        assertThat(wordsForJava(Map.of("JMX_PORT", "9999"), "kafka-topics.sh", "--list"))
                .noneMatch(word -> word.contains("jmxremote"));
        assertThat(wordsForJava(Map.of("JMX_PORT", "9999"), "kafka-console-consumer.sh"))
                .contains("-Dcom.sun.management.jmxremote.port=9999");
    }

    @Test
    void givenAnOldNameOfAClassThatIsOurs_whenRun_thenOursRuns() throws Exception {
        assertThat(wordsForJava(Map.of(), "kafka-run-class.sh", "kafka.admin.TopicCommand", "--list"))
                .contains("-Dgregor.program=kafka-topics.sh", "--list")
                .doesNotContain("kafka.admin.TopicCommand");
        assertThat(wordsForJava(Map.of(), "kafka-run-class.sh", "org.apache.kafka.tools.TopicCommand", "--list"))
                .contains("-Dgregor.program=kafka-topics.sh");
    }

    @Test
    void givenOurJars_whenAToolRuns_thenApacheKafkasOwnAreNotAmongThem() throws Exception {
        // when
        var words = wordsForJava(Map.of("CLASSPATH", "mine.jar"), "kafka-topics.sh", "--list");
        // then
        assertThat(words.get(words.indexOf("-cp") + 1))
                .doesNotContain("lib/apache")
                .endsWith(":mine.jar");
    }

    @Test
    void givenDaemon_whenConnectStarts_thenItsOutputGoesToItsFile() throws Exception {
        // when
        var result = run(
                Map.of(
                        "JAVA_HOME",
                        echoingJava(),
                        "LOG_DIR",
                        folder.resolve("logs").toString()),
                "connect-distributed.sh",
                "-daemon",
                "worker.properties");
        // then
        assertThat(result).isEqualTo(new Result(0, "", ""));
        var file = folder.resolve("logs/connectDistributed.out");
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        // Written, and made, by the process in the background.
        while (!(Files.exists(file) && Files.readString(file).endsWith("worker.properties\n"))
                && System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
        assertThat(Files.readAllLines(file))
                .endsWith("org.apache.kafka.connect.cli.ConnectDistributed", "worker.properties")
                .contains("-Xms256M", "-Xmx2G");
    }

    private static List<String> names() throws IOException {
        try (var files = Files.list(BIN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> wordsForJava(Map<String, String> variables, String name, String... arguments)
            throws IOException, InterruptedException {
        var environment = new HashMap<>(variables);
        environment.put("JAVA_HOME", echoingJava());
        return run(environment, name, arguments).out().lines().toList();
    }

    /** A JVM that prints its words, one a line. */
    private String echoingJava() throws IOException {
        var java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\"' >&2 && exit\n"
                        + "printf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return folder.toString();
    }

    private Result run(Map<String, String> environment, String name, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(BIN.resolve(name).toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Signal 0 reaches nobody: were kafka-server-stop.sh to pass over a word, no broker of this machine would end.
        builder.environment().put("SIGNAL", "0");
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
