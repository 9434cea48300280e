package dev.gregor.broker.quorum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker epoch in {@code .kafka_cleanshutdown} (KIP-966): with it a broker proves to the controller that it lost nothing
 * while it was away. The storage layer writes and removes the file; here the epoch is read before, and put in after.
 */
final class CleanShutdown {
    private static final Logger LOG = LoggerFactory.getLogger(CleanShutdown.class);

    private CleanShutdown() {}

    /** @return the epoch that all folders agree on */
    static OptionalLong epoch(List<Path> logDirs) {
        var epoch = OptionalLong.empty();
        for (var directory : logDirs) {
            if (!Files.exists(directory.resolve(CleanShutdownFileHandler.CLEAN_SHUTDOWN_FILE_NAME))) {
                return OptionalLong.empty();
            }
            var here = new CleanShutdownFileHandler(directory.toString()).read();
            if (here.isEmpty() || (epoch.isPresent() && !epoch.equals(here))) {
                return OptionalLong.empty();
            }
            epoch = here;
        }
        return epoch;
    }

    static void write(List<Path> logDirs, long brokerEpoch) {
        for (var directory : logDirs) {
            if (Files.exists(directory.resolve(CleanShutdownFileHandler.CLEAN_SHUTDOWN_FILE_NAME))) {
                try {
                    new CleanShutdownFileHandler(directory.toString()).write(brokerEpoch);
                } catch (Exception e) {
                    LOG.warn("The broker's epoch was not noted in {}: its next start counts as one after a crash.", directory, e);
                }
            }
        }
    }
}
