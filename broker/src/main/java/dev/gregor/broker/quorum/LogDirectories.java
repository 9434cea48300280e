package dev.gregor.broker.quorum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesVersion;
import org.apache.kafka.metadata.properties.PropertiesUtils;

/**
 * Reads {@code meta.properties} of all folders, and formats those that are empty. Anything else is refused before a byte is
 * written: a folder of another cluster or node, a half-written file, a folder with data but without the file, an empty folder
 * beside one with data.
 */
final class LogDirectories {
    private static final String META_PROPERTIES = MetaPropertiesEnsemble.META_PROPERTIES_NAME;
    private static final String METADATA_LOG = "__cluster_metadata-0";

    /** What a folder may hold and still be empty: the file system's own, our lock, and what a killed formatting left behind. */
    private static final Set<String> NOTHING = Set.of(
            "lost+found",
            DirectoryLocks.FILE,
            "bootstrap.checkpoint",
            META_PROPERTIES + ".tmp",
            "bootstrap.checkpoint.tmp");

    private final QuorumSettings settings;
    private final Set<Path> directories = new LinkedHashSet<>();

    LogDirectories(QuorumSettings settings) {
        this.settings = settings;
        directories.addAll(settings.logDirs());
        directories.add(settings.metadataLogDir());
    }

    Collection<Path> paths() {
        return directories;
    }

    /** @throws UnusableStorageException with one line that says what to do */
    FormattedStorage prepare() {
        var found = new HashMap<Path, MetaProperties>();
        var empty = new ArrayList<Path>();
        for (var directory : directories) {
            var properties = read(directory);
            if (properties.isPresent()) {
                found.put(directory, properties.get());
            } else {
                empty.add(directory);
            }
        }
        var clusterId = sameCluster(found);
        if (empty.isEmpty()) {
            return formatted(clusterId.orElseThrow(), found, false);
        }
        mayFormat(empty, found.keySet());
        var id = clusterId
                .or(settings::clusterId)
                .orElseGet(() -> Uuid.randomUuid().toString());
        NewStorage.format(settings, id, directories);
        var after = new HashMap<Path, MetaProperties>();
        for (var directory : directories) {
            read(directory).ifPresent(properties -> after.put(directory, properties));
        }
        return formatted(id, after, true);
    }

    private static FormattedStorage formatted(String clusterId, Map<Path, MetaProperties> found, boolean now) {
        var ids = new HashMap<Path, Uuid>();
        found.forEach((directory, properties) -> ids.put(directory, directoryId(directory, properties)));
        return new FormattedStorage(clusterId, ids, now);
    }

    /** Folders of Apache Kafka before 3.7 have no id yet: they get one, as Apache Kafka gives it at start. */
    private static Uuid directoryId(Path directory, MetaProperties properties) {
        if (properties.directoryId().isPresent()) {
            return properties.directoryId().get();
        }
        var id = Uuid.randomUuid();
        var file = directory.resolve(META_PROPERTIES);
        try {
            PropertiesUtils.writePropertiesFile(
                    new MetaProperties.Builder(properties)
                            .setDirectoryId(id)
                            .build()
                            .toProperties(),
                    file.toString(),
                    true);
        } catch (IOException e) {
            throw new UnusableStorageException(file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return id;
    }

    private Optional<MetaProperties> read(Path directory) {
        var file = directory.resolve(META_PROPERTIES);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var properties = new MetaProperties.Builder(PropertiesUtils.readPropertiesFile(file.toString())).build();
            if (properties.version() != MetaPropertiesVersion.V1
                    || properties.clusterId().isEmpty()
                    || properties.nodeId().isEmpty()) {
                throw new UnusableStorageException(halfWritten(file, "it lacks version=1, cluster.id or node.id"));
            }
            return Optional.of(properties);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnusableStorageException unusable) {
                throw unusable;
            }
            throw new UnusableStorageException(halfWritten(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static String halfWritten(Path file, String why) {
        return file + " is damaged or half-written (" + why
                + "); restore it from a copy, or empty the folder if its data" + " is not needed; nothing was changed.";
    }

    private Optional<String> sameCluster(Map<Path, MetaProperties> found) {
        Optional<String> clusterId = Optional.empty();
        for (var entry : found.entrySet()) {
            var properties = entry.getValue();
            int nodeId = properties.nodeId().orElseThrow();
            if (nodeId != settings.nodeId()) {
                throw new UnusableStorageException(entry.getKey() + " belongs to node " + nodeId + ", this is node "
                        + settings.nodeId() + "; set node.id=" + nodeId + " or choose other log.dirs; nothing was"
                        + " changed.");
            }
            var id = properties.clusterId().orElseThrow();
            if (clusterId.isPresent() && !clusterId.get().equals(id)) {
                throw new UnusableStorageException("the log.dirs belong to two clusters, " + clusterId.get() + " and "
                        + id + " (" + entry.getKey() + "); name folders of one cluster only; nothing was changed.");
            }
            clusterId = Optional.of(id);
        }
        if (clusterId.isPresent() && settings.clusterId().isPresent() && !clusterId.equals(settings.clusterId())) {
            throw new UnusableStorageException("the log.dirs belong to cluster " + clusterId.get() + ", not to "
                    + settings.clusterId().get() + "; choose other log.dirs or that cluster id; nothing was changed.");
        }
        return clusterId;
    }

    private void mayFormat(List<Path> empty, Set<Path> found) {
        for (var directory : empty) {
            var rest = contents(directory);
            if (!rest.isEmpty()) {
                throw new UnusableStorageException(directory + " has no " + META_PROPERTIES + " but is not empty ("
                        + rest.get(0) + "); restore that file, or choose an empty folder; nothing was changed.");
            }
        }
        for (var directory : found) {
            if (!contents(directory).isEmpty()) {
                throw new UnusableStorageException(missingBeside(empty, directory));
            }
        }
    }

    /** As Apache Kafka, a node that has data formats no folder by itself: its partitions would begin anew, empty. */
    private String missingBeside(List<Path> empty, Path withData) {
        if (empty.contains(settings.metadataLogDir())) {
            return "the metadata folder " + settings.metadataLogDir() + " is empty but " + withData
                    + " holds data; restore it, or set metadata.log.dir to where the metadata is; nothing was changed.";
        }
        return empty.get(0) + " is empty but " + withData + " holds data; is its disk mounted? A new folder is made"
                + " ready by kafka-storage.sh format --ignore-formatted; nothing was changed.";
    }

    private static List<String> contents(Path directory) {
        var names = new ArrayList<String>();
        if (!Files.exists(directory)) {
            return names;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                boolean nothing = NOTHING.contains(name)
                        || name.equals(META_PROPERTIES)
                        || (name.equals(METADATA_LOG) && isUnstarted(file));
                if (!nothing) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new UnusableStorageException(directory + " cannot be read: " + e.getMessage() + ".", e);
        }
        return names;
    }

    /** Whether the metadata log holds nothing but the first snapshot that formatting writes. */
    private static boolean isUnstarted(Path metadataLog) throws IOException {
        try (var files = Files.newDirectoryStream(metadataLog)) {
            for (var file : files) {
                if (!String.valueOf(file.getFileName()).startsWith("00000000000000000000-0000000000.checkpoint")) {
                    return false;
                }
            }
        }
        return true;
    }
}
