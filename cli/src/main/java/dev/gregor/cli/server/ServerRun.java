package dev.gregor.cli.server;

import dev.gregor.broker.Broker;
import dev.gregor.broker.config.BrokerConfig;
import dev.gregor.cli.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A broker as this process: started, then there until a signal or a fault ends it. SIGTERM and SIGINT shut it down in order; the exit
 * code is then the JVM's (143, 130), as with Apache Kafka. A broker that cannot start, or ends by a fault: one line and 1.
 */
final class ServerRun {
    private static final int FAILED = 1;
    private static final String LOG_PROPERTY = "gregor.log";

    /** The engine's own lines are hundreds a start; what happens to groups is what an operator looks for among them. */
    private static final String LOG_LEVELS =
            "stdout:INFO,org.apache.kafka:WARN,org.apache.kafka.coordinator.group.GroupMetadataManager:INFO";

    private final String program;
    private final Streams streams;

    ServerRun(String program, Streams streams) {
        this.program = program;
        this.streams = streams;
    }

    /** Returns when the broker has ended, the exit code. */
    int run(Optional<Path> file, List<String> overrides) throws InterruptedException {
        if (System.getProperty(LOG_PROPERTY) == null) {
            System.setProperty(LOG_PROPERTY, LOG_LEVELS);
        }
        Broker broker;
        try {
            broker = Broker.start(BrokerConfig.load(file, System.getenv(), overrides));
        } catch (RuntimeException e) {
            return fail(e);
        }
        // The JVM waits for its hooks: the process ends when the broker is closed.
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "shutdown"));
        try {
            broker.termination().get();
            return 0;
        } catch (ExecutionException fault) {
            return fail(fault.getCause() == null ? fault : fault.getCause());
        }
    }

    private int fail(Throwable failure) {
        var message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        streams.err().println(program + ": " + message.replace('\n', ' '));
        if (System.getenv("GREGOR_VERBOSE") != null) {
            failure.printStackTrace(streams.err());
        }
        return FAILED;
    }
}
