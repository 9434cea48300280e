package dev.gregor.cli.apache;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;

/** A program of earlier releases of Apache Kafka: says what replaced it, and starts and stops nothing. */
public enum GoneProgram implements Program {
    /** {@code kafka-mirror-maker.sh}, gone since 4.0. */
    MIRROR_MAKER(
            1,
            "kafka-mirror-maker.sh is gone since Apache Kafka 4.0. Use connect-mirror-maker.sh mm2.properties instead."),

    /** {@code zookeeper-server-start.sh}, gone since 4.0. */
    ZOOKEEPER_START(
            1,
            "There is no ZooKeeper to start: since Apache Kafka 4.0 brokers keep the metadata themselves (KRaft). Start one that"
                    + " is its own controller: kafka-server-start.sh config/server.properties"),

    /** {@code zookeeper-server-stop.sh}, gone since 4.0; a script that stops everything goes on. */
    ZOOKEEPER_STOP(
            0,
            "There is no ZooKeeper to stop: since Apache Kafka 4.0 brokers keep the metadata themselves (KRaft), and"
                    + " kafka-server-stop.sh stops them.");

    private final int exitCode;
    private final String replacement;

    GoneProgram(int exitCode, String replacement) {
        this.exitCode = exitCode;
        this.replacement = replacement;
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        var asked = arguments.length > 0 ? arguments[0] : "";
        if (asked.equals("--version")) {
            streams.out().println(DropIn.VERSION_TEXT);
            return 0;
        }
        streams.err().println(replacement);
        return asked.equals("--help") ? 0 : exitCode;
    }
}
