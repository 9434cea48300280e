package dev.gregor.cli.tx;

import dev.gregor.cli.arguments.Argument;
import dev.gregor.cli.arguments.Argument.Type;
import dev.gregor.cli.arguments.ArgumentTable;

/** What {@code kafka-transactions.sh} takes. */
final class TransactionsArguments {
    private TransactionsArguments() {}

    static ArgumentTable table() {
        var table = ArgumentTable.of(
                        "kafka-transactions.sh",
                        "This tool is used to analyze the transactional state of producers in the cluster. It can be"
                                + " used to detect and recover from hanging transactions.")
                .with(
                        Argument.version("show the version of this Kafka distribution and exit", "-v", "--version"),
                        Argument.value(
                                        "property file containing configs to be passed to admin client",
                                        "--command-config")
                                .named("FILE"),
                        Argument.value(
                                        "hostname and port for the broker to connect to, in the form `host:port`  "
                                                + "(multiple comma-separated entries can be given)",
                                        "--bootstrap-server")
                                .named("host:port")
                                .asRequired())
                .commandsCalled("commands", "COMMAND");
        addReading(table);
        addAbort(table);
        addFindHanging(table);
        table.command(
                        "forceTerminateTransaction",
                        "Force abort an ongoing transaction on transactionalId (requires administrative privileges)")
                .describedAs("Force abort an ongoing transaction on transactionalId")
                .with(Argument.value("transactional id", "--transactionalId").asRequired());
        return table;
    }

    private static void addReading(ArgumentTable table) {
        table.command("list", "list transactions")
                .with(
                        Argument.value(
                                        "Duration (in millis) to filter by: if < 0, all transactions will be returned; "
                                                + "otherwise, only transactions running longer than this duration will be returned",
                                        "--duration-filter")
                                .as(Type.LONG),
                        Argument.value(
                                "Transactional id regular expression pattern to filter by",
                                "--transactional-id-pattern"));
        table.command("describe", "describe the state of an active transactional-id")
                .describedAs("Describe the state of an active transactional-id.")
                .with(Argument.value("transactional id", "--transactional-id").asRequired());
        table.command("describe-producers", "describe the states of active producers for a topic partition")
                .with(
                        Argument.value(
                                        "optional broker id to describe the producer state on a specific replica",
                                        "--broker-id")
                                .as(Type.INTEGER),
                        Argument.value("topic name", "--topic").asRequired(),
                        Argument.value("partition number", "--partition")
                                .as(Type.INTEGER)
                                .asRequired());
    }

    private static void addAbort(ArgumentTable table) {
        table.command("abort", "abort a hanging transaction (requires administrative privileges)")
                .with(
                        Argument.value("topic name", "--topic").asRequired(),
                        Argument.value("partition number", "--partition")
                                .as(Type.INTEGER)
                                .asRequired())
                .group(
                        "Brokers on versions 3.0 and above",
                        "For newer brokers, only the start offset of the transaction to be aborted is required",
                        Argument.value("start offset of the transaction to abort", "--start-offset")
                                .as(Type.LONG))
                .group(
                        "Brokers on versions older than 3.0",
                        "For older brokers, you must provide all of these arguments",
                        Argument.value("producer id", "--producer-id").as(Type.LONG),
                        Argument.value("producer epoch", "--producer-epoch").as(Type.SHORT),
                        Argument.value("coordinator epoch", "--coordinator-epoch")
                                .as(Type.INTEGER));
    }

    private static void addFindHanging(ArgumentTable table) {
        table.command("find-hanging", "find hanging transactions")
                .with(
                        Argument.value("broker id to search for hanging transactions", "--broker-id")
                                .as(Type.INTEGER),
                        Argument.value(
                                        "maximum transaction timeout in minutes to limit the scope of the search (15 minutes by default)",
                                        "--max-transaction-timeout")
                                .as(Type.INTEGER)
                                .byDefault("15"),
                        Argument.value(
                                "topic name to limit search to (required if --partition is specified)", "--topic"),
                        Argument.value("partition number", "--partition").as(Type.INTEGER));
    }
}
