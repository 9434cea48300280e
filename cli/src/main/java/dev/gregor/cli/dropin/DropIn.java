package dev.gregor.cli.dropin;

import dev.gregor.cli.Streams;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Version;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Runs a drop-in: reads its line, answers {@code --help} and {@code --version}, turns failures into Kafka's messages and codes. */
public final class DropIn {
    /** The release of Apache Kafka whose tools these are; scripts look at it to know the options. */
    public static final String KAFKA_VERSION = "4.3.1";

    /** What a drop-in answers to {@code --version}. */
    public static final String VERSION_TEXT = KAFKA_VERSION + " (Gregor " + Version.TEXT + ")";

    private static final int FAILED = 1;

    private final OptionTable table;
    private final Streams streams;
    private String failurePrefix = "";

    /** For one run of the program this table belongs to. */
    public DropIn(OptionTable table, Streams streams) {
        this.table = table;
        this.streams = streams;
    }

    /** For a tool that says these words before each failure. */
    public DropIn sayingFirst(String prefix) {
        failurePrefix = prefix;
        return this;
    }

    /** What a drop-in does once its line has been read. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @return the exit code
         */
        int run(ParsedOptions options) throws Exception;
    }

    /** Reads the line and runs the body; every failure ends as one line on stderr and exit code 1. */
    public int run(String[] arguments, Body body) {
        try {
            ZooKeeperOption.refuse(table.program(), arguments);
            var options = table.parse(arguments);
            if (arguments.length == 0) {
                throw new UsageException(table.whenEmpty());
            }
            if (options.has("help")) {
                throw new UsageException(table.description());
            }
            if (options.has("version")) {
                streams.out().println(VERSION_TEXT);
                return 0;
            }
            return body.run(options);
        } catch (UsageException usage) {
            streams.err().println(usage.getMessage());
            Usage.print(table, streams.err());
            return FAILED;
        } catch (Exception failed) {
            report(streams.err(), failurePrefix, failed);
            return FAILED;
        }
    }

    /** A failure in one line; all of it where {@code GREGOR_VERBOSE} is set. */
    public static void report(PrintStream err, String prefix, Exception failed) {
        err.println(prefix + (failed.getMessage() == null ? failed.toString() : failed.getMessage()));
        if (System.getenv("GREGOR_VERBOSE") != null) {
            failed.printStackTrace(err);
        }
    }

    /** The cluster that {@code --bootstrap-server} or else {@code --bootstrap-controller} names, as {@link #connect}. */
    public static ClusterClient connect(ParsedOptions options) {
        var server = options.value("bootstrap-server");
        if (server.isPresent()) {
            return connect(server.get(), options.value("command-config"));
        }
        return connectToControllers(
                options.value("bootstrap-controller").orElseThrow(), options.value("command-config"));
    }

    /** The controllers at these addresses, with the client properties of {@code --command-config}. */
    public static ClusterClient connectToControllers(String bootstrap, Optional<String> commandConfig) {
        return ClusterClient.openToControllers(ConnectionSettings.to(bootstrap, properties(commandConfig)));
    }

    private static Properties properties(Optional<String> commandConfig) {
        return commandConfig.isPresent()
                ? ConnectionSettings.readProperties(Path.of(commandConfig.get()))
                : new Properties();
    }

    /** The cluster that {@code --bootstrap-server} names, with the client properties of {@code --command-config}. */
    public static ClusterClient connect(String bootstrap, Optional<String> commandConfig) {
        return ClusterClient.open(ConnectionSettings.to(bootstrap, properties(commandConfig)));
    }
}
