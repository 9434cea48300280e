package dev.gregor.cli.consume;

import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.protocol.ClusterException;
import org.apache.kafka.common.errors.AuthenticationException;

/** How a console consumer's run ends: exit code 0 also by {@code --timeout-ms}, 1 with Apache Kafka's log line when it failed. */
final class ConsumerRun {
    private static final int FAILED = 1;

    private ConsumerRun() {}

    /**
     * Runs it.
     *
     * @param logger the class of Apache Kafka's that would log the failure
     * @return the exit code
     */
    static int exitCode(Streams streams, String logger, Runnable consume) {
        try {
            consume.run();
            return 0;
        } catch (ClusterException e) {
            throw e;
        } catch (AuthenticationException e) {
            LogLine.error(streams.err(), logger, "Authentication failed: terminating consumer process", e);
            return FAILED;
        } catch (RuntimeException | Error e) {
            LogLine.error(streams.err(), logger, "Unknown error when running consumer: ", e);
            return FAILED;
        }
    }
}
