package dev.gregor.cli.brokers;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;

/** {@code kafka-broker-api-versions.sh}. */
public final class BrokerApiVersionsProgram implements Program {
    @Override
    public int run(Streams streams, String[] arguments) {
        return 1;
    }
}
