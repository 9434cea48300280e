package dev.gregor.cli;

import dev.gregor.cli.dropin.DropIn;
import dev.gregor.protocol.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code gregor --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"gregor " + Version.TEXT + " (Apache Kafka " + DropIn.KAFKA_VERSION + ")"};
    }
}
