package dev.gregor.cli.archive;

import dev.gregor.cli.Main;
import dev.gregor.cli.Streams;
import dev.gregor.cli.console.ConsoleTraining;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the programs whose start is to be fast, one after the other, so that the JVM sees which classes they load. What
 * they print goes to the build's log; that one fails is no reason to stop.
 */
public final class Training {
    /** What the training cluster does not answer must not hold up a build. */
    private static final String AT_MOST_SECONDS =
            " --max-block-ms 3000 --command-property delivery.timeout.ms=3000 --timeout 5";

    private static final String FIRST_SEGMENT = "00000000000000000000";

    private static final byte[] INPUT = "hello world\n".getBytes(StandardCharsets.UTF_8);

    private static final List<String> TOOL_LINES = List.of(
            "kafka-topics.sh --help",
            "kafka-topics.sh --version",
            "kafka-topics.sh --bootstrap-server %s --list",
            "kafka-topics.sh --bootstrap-server %s --list --topic tr.*",
            "kafka-topics.sh --bootstrap-server %s --describe",
            "kafka-topics.sh --bootstrap-server %s --create --topic training --partitions 1 --config retention.ms=1000",
            "kafka-topics.sh --bootstrap-server %s --alter --topic training --partitions 2",
            "kafka-topics.sh --bootstrap-server %s --delete --topic training",
            "kafka-topics.sh --bootstrap-server %s --describe --topic none",
            "kafka-broker-api-versions.sh --bootstrap-server %s",
            "kafka-console-producer.sh --bootstrap-server %s --topic training" + AT_MOST_SECONDS,
            "kafka-console-producer.sh --bootstrap-server %s --topic training --property parse.key=true"
                    + " --property key.separator=o --compression-codec lz4 --request-required-acks all"
                    + AT_MOST_SECONDS,
            "kafka-console-consumer.sh --bootstrap-server %s --topic training --from-beginning --max-messages 1"
                    + " --timeout-ms 3000 --property print.key=true --property print.headers=true",
            "kafka-console-consumer.sh --bootstrap-server %s --topic training --partition 0 --offset earliest"
                    + " --max-messages 1 --timeout-ms 3000",
            "kafka-consumer-groups.sh --bootstrap-server %s --list",
            "kafka-consumer-groups.sh --bootstrap-server %s --list --state --type",
            "kafka-consumer-groups.sh --bootstrap-server %s --describe --group training",
            "kafka-consumer-groups.sh --bootstrap-server %s --describe --all-groups --members --verbose",
            "kafka-consumer-groups.sh --bootstrap-server %s --describe --group idle --state",
            "kafka-consumer-groups.sh --bootstrap-server %s --reset-offsets --group idle --topic training --to-earliest"
                    + " --dry-run",
            "kafka-groups.sh --bootstrap-server %s --list",
            "kafka-share-groups.sh --bootstrap-server %s --list",
            "kafka-streams-groups.sh --bootstrap-server %s --list",
            "kafka-configs.sh --bootstrap-server %s --describe --topic training",
            "kafka-configs.sh --bootstrap-server %s --describe --entity-type brokers --entity-name 0 --all",
            "kafka-configs.sh --bootstrap-server %s --describe --user training",
            "kafka-configs.sh --bootstrap-server %s --alter --topic training --add-config a=1 --delete-config b",
            "kafka-configs.sh --bootstrap-server %s --alter --user training --add-config request_percentage=25",
            "kafka-configs.sh --bootstrap-server %s --alter --user training --add-config SCRAM-SHA-256=[password=a]",
            "kafka-client-metrics.sh --bootstrap-server %s --describe",
            "kafka-acls.sh --bootstrap-server %s --list",
            "kafka-acls.sh --bootstrap-server %s --add --topic training --allow-principal User:a --operation Read",
            "kafka-acls.sh --bootstrap-server %s --remove --topic training --force",
            "kafka-cluster.sh cluster-id --bootstrap-server %s",
            "kafka-cluster.sh list-endpoints --bootstrap-server %s",
            "kafka-features.sh --bootstrap-server %s describe",
            "kafka-metadata-quorum.sh --bootstrap-server %s describe --status",
            "kafka-metadata-quorum.sh --bootstrap-server %s describe --replication",
            "kafka-get-offsets.sh --bootstrap-server %s --topic training",
            "kafka-log-dirs.sh --bootstrap-server %s --describe",
            "kafka-leader-election.sh --bootstrap-server %s --election-type preferred --topic training --partition 0",
            "kafka-transactions.sh --bootstrap-server %s list",
            "kafka-transactions.sh --bootstrap-server %s describe-producers --topic training --partition 0",
            "kafka-dump-log.sh --help",
            "kafka-dump-log.sh --files %f.log --print-data-log",
            "kafka-dump-log.sh --files %f.index,%f.timeindex",
            "gregor --help",
            "gregor --version",
            "gregor topic --help",
            "gregor topic list -b %s",
            "gregor topic list -b %s -o json",
            "gregor topic describe -b %s training",
            "gregor topic describe -b %s -o json",
            "gregor topic create -b %s training --partitions 1 --dry-run",
            "gregor consume -b %s training --exit -c 1 --timeout 3",
            "gregor consume -b %s training --grep k:a -n 1 -o json --timeout 3",
            "gregor produce -b %s training --template '{{seq}}' --timeout 3",
            "gregor topic delete -b %s training --yes",
            "gregor group list -b %s",
            "gregor group lag -b %s",
            "gregor group describe -b %s training",
            "gregor group members -b %s training",
            "gregor group reset -b %s idle --topic training --to start --dry-run",
            "gregor config list topic training -b %s",
            "gregor config set topic training min.insync.replicas=2 -b %s --dry-run",
            "gregor acl list -b %s",
            "gregor quota list -b %s",
            "gregor user list -b %s",
            "gregor cluster info -b %s",
            "gregor cluster doctor -b %s",
            "gregor broker list -b %s",
            "gregor broker logdirs -b %s",
            "gregor leader list -b %s",
            "gregor tx list -b %s",
            "gregor export -b %s -f %f.yaml",
            "gregor export -b %s --only topics",
            "gregor diff -b %s -f %f.yaml",
            "gregor apply -b %s -f %f.yaml --dry-run",
            "gregor config set topic training min.insync.replicas=2 -b %s --yes",
            "gregor undo --list",
            "gregor undo --last -b %s --yes",
            "gregor context add training -b %s",
            "gregor context list",
            "gregor context show training",
            "gregor context use training",
            "gregor topic list",
            "gregor context remove training",
            "gregor frobnicate");

    /** Programs of a broker's kind as far as they end by themselves, then clients that make a broker go through its paths. */
    private static final List<String> BROKER_LINES = List.of(
            "kafka-server-start.sh --version",
            "kafka-server-start.sh",
            "gregor broker --help",
            "gregor demo --help",
            "kafka-storage.sh random-uuid");

    private static final List<String> BROKER_CLIENT_LINES = List.of(
            "kafka-topics.sh --bootstrap-server %s --create --topic training --partitions 2",
            "kafka-topics.sh --bootstrap-server %s --describe",
            "kafka-console-producer.sh --bootstrap-server %s --topic training" + AT_MOST_SECONDS,
            "kafka-console-consumer.sh --bootstrap-server %s --topic training --group training --from-beginning"
                    + " --max-messages 1 --timeout-ms 10000",
            "kafka-topics.sh --bootstrap-server %s --list");

    /** What looks into a broker's folder, once it has stopped. */
    private static final List<String> BROKER_FILE_LINES = List.of(
            "kafka-dump-log.sh --files %s/__cluster_metadata-0/" + FIRST_SEGMENT + ".log --cluster-metadata-decoder",
            "kafka-dump-log.sh --files %s/__consumer_offsets-0/" + FIRST_SEGMENT + ".log --offsets-decoder",
            "gregor log ls %s",
            "gregor log offsets %s -o json",
            "gregor log verify %s",
            "gregor log stats %s",
            "gregor log dump %s/__consumer_offsets-0 -o json");

    /** Of the certificates that brokers show. */
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC");

    private Training() {}

    /** Trains {@code tool} or {@code broker} programs, as the first argument says. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("broker")) {
            BROKER_LINES.forEach(Training::run);
            BrokerTraining.run(
                    address -> BROKER_CLIENT_LINES.forEach(line -> run(line.replace("%s", address))),
                    folder -> BROKER_FILE_LINES.forEach(line -> run(line.replace("%s", folder.toString()))));
        } else {
            try (var cluster = new TrainingCluster();
                    var log = new TrainingLog()) {
                for (var line : TOOL_LINES) {
                    run(line.replace("%s", cluster.address()).replace("%f", log.segment()));
                }
                console(cluster.address());
            }
            KEY_ALGORITHMS.forEach(Training::runSecurely);
        }
        Runtime.getRuntime().exit(0);
    }

    private static void console(String address) {
        System.out.println("$ gregor console");
        try {
            ConsoleTraining.run(address);
        } catch (Exception untrained) {
            System.out.println("=> " + untrained);
        }
    }

    /** A JVM without keytool makes no key: then everything else is trained. */
    private static void runSecurely(String algorithm) {
        try (var security = new TrainingSecurity(algorithm)) {
            for (var options : security.options()) {
                run("kafka-topics.sh --list " + options);
            }
        } catch (IOException failed) {
            System.out.println("no training with TLS and a key of " + algorithm + ": " + failed);
        }
    }

    private static void run(String line) {
        System.out.println("$ " + line);
        var words = line.split(" ");
        var streams =
                new Streams(new ByteArrayInputStream(INPUT), Streams.ofProcess().out(), System.err);
        int exitCode = Main.run(
                streams, words[0], List.of(words).subList(1, words.length).toArray(new String[0]));
        streams.out().flush();
        System.out.println("=> " + exitCode);
    }
}
