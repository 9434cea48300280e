package dev.gregor.cli.perf;

import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.ArgumentTable;

/** What kafka-producer-perf-test takes. */
final class ProducerPerfArguments {
    private static final String ONE_PAYLOAD =
            "Note that you must provide exactly one of --record-size, --payload-file or --payload-monotonic.";
    private static final String WINS =
            "These configs take precedence over those passed via --command-config or --producer.config. ";
    private static final String EXAMPLE = "Example: --command-property linger.ms=10 batch.size=32768";
    private static final String GOES = "This option will be removed in a future version. Use ";

    private ProducerPerfArguments() {}

    static ArgumentTable table() {
        return ArgumentTable.of(
                        "kafka-producer-perf-test",
                        "This tool is used to verify the producer performance. To enable transactions, you can specify"
                                + " a transactional id or set a transaction duration using --transaction-duration-ms."
                                + " There are three ways to specify the transactional id: set transactional.id=<id> via"
                                + " --command-property, set transactional.id=<id> in the config file via"
                                + " --command-config, or use --transactional-id <id>.")
                .tellingDefaults()
                .with(
                        value("BOOTSTRAP-SERVER", "--bootstrap-server", """
                                The server(s) to connect to. This config takes precedence over bootstrap.servers \
                                specified via --command-property or --command-config."""),
                        value("TOPIC", "--topic", "Produce records to this topic.")
                                .asRequired(),
                        value("NUM-RECORDS", "--num-records", "Number of records to produce.")
                                .as(Argument.Type.LONG)
                                .asRequired())
                .exactlyOneOf(ONE_PAYLOAD, payloads())
                .with(
                        value("PAYLOAD-DELIMITER", "--payload-delimiter", """
                                Provides the delimiter to be used when --payload-file is provided. Defaults to new \
                                line. Note that this parameter will be ignored if --payload-file is not provided.""").byDefault("\\n"),
                        value("THROUGHPUT", "--throughput", """
                                Throttle maximum record throughput to *approximately* THROUGHPUT records/sec. Set this \
                                to -1 to disable throttling.""")
                                .as(Argument.Type.DOUBLE)
                                .asRequired(),
                        Argument.many(
                                        "(DEPRECATED) Kafka producer related configuration properties like client.id. "
                                                + WINS + GOES + "--command-property instead. " + EXAMPLE,
                                        "--producer-props")
                                .named("PROP-NAME=PROP-VALUE"),
                        Argument.many(
                                        "Kafka producer related configuration properties like client.id. " + WINS
                                                + EXAMPLE,
                                        "--command-property")
                                .named("PROP-NAME=PROP-VALUE"),
                        value(
                                "CONFIG-FILE",
                                "--producer.config",
                                "(DEPRECATED) Producer config properties file. " + GOES + "--command-config instead."),
                        value("CONFIG-FILE", "--command-config", "Producer config properties file."),
                        Argument.flag("Print out metrics at the end of the test.", "--print-metrics"),
                        value("TRANSACTIONAL-ID", "--transactional-id", """
                                The transactional id to use. This config takes precedence over the transactional.id \
                                specified via --command-property or --command-config. Note that if the transactional id \
                                is not specified while --transaction-duration-ms is provided, the default value for the \
                                transactional id will be performance-producer- followed by a random uuid."""),
                        value("TRANSACTION-DURATION", "--transaction-duration-ms", """
                                The maximum duration of each transaction. The commitTransaction will be called after \
                                this time has elapsed. The value should be greater than 0. If the transactional id is \
                                specified via --command-property, --command-config or --transactional-id but \
                                --transaction-duration-ms is not specified, the default value will be 3000.""")
                                .as(Argument.Type.LONG),
                        value("WARMUP-RECORDS", "--warmup-records", """
                                The number of records to treat as warmup. These initial records will not be included in \
                                steady-state statistics. An additional summary line will be printed describing the \
                                steady-state statistics.""")
                                .as(Argument.Type.LONG)
                                .byDefault("0"),
                        value(
                                        "INTERVAL-MS",
                                        "--reporting-interval",
                                        "Interval in milliseconds at which to print progress info.")
                                .as(Argument.Type.LONG)
                                .byDefault("5000"));
    }

    private static Argument[] payloads() {
        return new Argument[] {
            value("RECORD-SIZE", "--record-size", "Record size in bytes. " + ONE_PAYLOAD)
                    .as(Argument.Type.INTEGER),
            value("PAYLOAD-FILE", "--payload-file", """
                    File to read the record payloads from. This works only for UTF-8 encoded text files. Payloads will \
                    be read from this file and a payload will be randomly selected when sending records.\s""" + ONE_PAYLOAD),
            Argument.flag("Payload is a monotonically increasing integer. " + ONE_PAYLOAD, "--payload-monotonic"),
        };
    }

    private static Argument value(String name, String flag, String help) {
        return Argument.value(help, flag).named(name);
    }
}
