package dev.gregor.broker.quorum;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Formats empty folders at the first start as {@code kafka-storage.sh format} would: with {@code --standalone} (KIP-853), unless
 * {@code controller.quorum.voters} names the voters.
 */
final class NewStorage {
    /** Less than what a new folder needs in its first minutes; formatting halfway would leave a folder of no use. */
    private static final long LEAST_FREE_BYTES = 1 << 20;

    private NewStorage() {}

    static void format(QuorumSettings settings, String clusterId, Collection<Path> directories) {
        directories.forEach(NewStorage::checkRoom);
        boolean dynamic =
                settings.kafka().getList(QuorumConfig.QUORUM_VOTERS_CONFIG).isEmpty();
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(settings.nodeId())
                .setClusterId(clusterId)
                .setIgnoreFormatted(true)
                .setControllerListenerName(
                        settings.kafka().controllerListenerNames().get(0))
                .setMetadataLogDirectory(settings.metadataLogDir().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setHasDynamicQuorum(dynamic);
        if (dynamic) {
            formatter.setInitialControllers(DynamicVoters.parse(standaloneVoter(
                    settings.nodeId(), settings.controllerListeners().get(0))));
        }
        for (var directory : directories) {
            formatter.addDirectory(directory.toString());
        }
        try {
            formatter.run();
        } catch (Exception e) {
            throw new UnusableStorageException(
                    "the log.dirs cannot be formatted: " + e.getMessage() + "; make room, or choose other log.dirs.",
                    e);
        }
    }

    private static void checkRoom(Path directory) {
        var existing = directory.toAbsolutePath().toFile();
        while (!existing.exists() && existing.getParentFile() != null) {
            existing = existing.getParentFile();
        }
        long freeBytes = existing.getUsableSpace();
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new UnusableStorageException(directory + " cannot be formatted: its disk has only " + freeBytes
                    + " bytes free; make room, or choose other log.dirs. Nothing was changed.");
        }
    }

    static String standaloneVoter(int nodeId, Endpoint listener) {
        var host = listener.host() == null ? "localhost" : listener.host();
        return nodeId + "@" + host + ":" + listener.port() + ":" + Uuid.randomUuid();
    }
}
