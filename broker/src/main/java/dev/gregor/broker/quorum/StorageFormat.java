package dev.gregor.broker.quorum;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesVersion;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** What {@code kafka-storage.sh} does: random-uuid, format and info, with Apache Kafka's output to the letter. */
public final class StorageFormat {
    private StorageFormat() {}

    /** How the quorum's first voters are named (KIP-853). */
    public sealed interface Voters {
        /** By {@code controller.quorum.voters}, or not at all on a broker: nothing was said. */
        record Unsaid() implements Voters {}

        /** {@code --standalone}: this node alone. */
        record Standalone() implements Voters {}

        /** {@code --no-initial-controllers}: this node joins later. */
        record None() implements Voters {}

        /** {@code --initial-controllers}: {@code id@host:port:directory}, separated by commas. */
        record Listed(String voters) implements Voters {}
    }

    /**
     * What {@code kafka-storage.sh format} is told.
     *
     * @param clusterId {@code --cluster-id}
     * @param ignoreFormatted {@code --ignore-formatted}
     * @param releaseVersion {@code --release-version}
     * @param features {@code --feature}, each of the form {@code name=level}
     * @param scram {@code --add-scram}
     */
    public record Format(
            String clusterId,
            boolean ignoreFormatted,
            Voters voters,
            Optional<String> releaseVersion,
            List<String> features,
            List<String> scram) {
        public Format {
            features = List.copyOf(features);
            scram = List.copyOf(scram);
        }
    }

    /** @return a new cluster id, as text */
    public static String randomUuid() {
        return Uuid.randomUuid().toString();
    }

    /**
     * Formats the folders of a node.
     *
     * @throws UnusableStorageException with Kafka's message if it cannot be done
     */
    public static void format(QuorumSettings settings, Format format, PrintStream out) {
        try {
            formatter(settings, format, out).run();
        } catch (FormatterException e) {
            throw new UnusableStorageException(e.getMessage(), e);
        } catch (UnusableStorageException e) {
            throw e;
        } catch (Exception e) {
            throw new UnusableStorageException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static Formatter formatter(QuorumSettings settings, Format format, PrintStream out) {
        var kafka = settings.kafka();
        boolean unstable = kafka.getBoolean("unstable.feature.versions.enable");
        var formatter = new Formatter()
                .setPrintStream(out)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(settings.nodeId())
                .setClusterId(format.clusterId())
                .setUnstableFeatureVersionsEnabled(unstable)
                .setIgnoreFormatted(format.ignoreFormatted())
                .setControllerListenerName(kafka.controllerListenerNames().get(0))
                .setMetadataLogDirectory(settings.metadataLogDir().toString());
        format.releaseVersion()
                .ifPresent(version -> formatter.setReleaseVersion(MetadataVersion.fromVersionString(version, unstable)));
        format.features().forEach(feature -> setFeature(formatter, feature));
        setVoters(settings, format.voters(), formatter);
        if (!format.scram().isEmpty()) {
            formatter.setScramArguments(format.scram());
        }
        directories(settings).forEach(directory -> formatter.addDirectory(directory.toString()));
        return formatter;
    }

    private static void setVoters(QuorumSettings settings, Voters voters, Formatter formatter) {
        boolean dynamic =
                settings.kafka().getList(QuorumConfig.QUORUM_VOTERS_CONFIG).isEmpty();
        boolean controller = settings.kafka().getList("process.roles").contains("controller");
        formatter.setHasDynamicQuorum(dynamic);
        if (!dynamic && (voters instanceof Voters.Listed || voters instanceof Voters.Standalone)) {
            throw new UnusableStorageException("You cannot specify controller.quorum.voters and format the node with"
                    + " --initial-controllers or --standalone. If you want to use dynamic quorum, please remove"
                    + " controller.quorum.voters and specify controller.quorum.bootstrap.servers instead.");
        }
        if (voters instanceof Voters.Listed listed) {
            formatter.setInitialControllers(DynamicVoters.parse(listed.voters()));
        } else if (voters instanceof Voters.Standalone) {
            if (!controller) {
                throw new UnusableStorageException("You can only use --standalone on a controller.");
            }
            formatter.setInitialControllers(DynamicVoters.parse(NewStorage.standaloneVoter(
                    settings.nodeId(), settings.controllerListeners().get(0))));
        } else if (voters instanceof Voters.Unsaid && controller && dynamic) {
            throw new UnusableStorageException("Because controller.quorum.voters is not set on this controller, you must"
                    + " specify one of the following: --standalone, --initial-controllers, or"
                    + " --no-initial-controllers.");
        }
    }

    private static void setFeature(Formatter formatter, String feature) {
        int equals = feature.indexOf('=');
        if (equals < 0) {
            throw new UnusableStorageException(
                    "Can't parse feature=level string " + feature + ": equals sign not found.");
        }
        var level = feature.substring(equals + 1).trim();
        try {
            formatter.setFeatureLevel(feature.substring(0, equals).trim(), Short.parseShort(level));
        } catch (NumberFormatException e) {
            throw new UnusableStorageException(
                    "Can't parse feature=level string " + feature + ": unable to parse " + level + " as a short.");
        }
    }

    /**
     * Tells what the folders of a node hold.
     *
     * @return 0 if all is well, 1 if there are problems
     */
    public static int info(QuorumSettings settings, PrintStream out) {
        var problems = new ArrayList<String>();
        var found = new ArrayList<String>();
        Optional<MetaProperties> first = Optional.empty();
        for (var directory : directories(settings)) {
            if (!Files.exists(directory)) {
                problems.add(directory + " does not exist");
            } else if (!Files.isDirectory(directory)) {
                problems.add(directory + " is not a directory");
            } else {
                found.add(directory.toString());
                first = info(directory, first, problems);
            }
        }
        first.filter(properties -> properties.version() == MetaPropertiesVersion.V0)
                .ifPresent(legacy -> problems.add("The kafka configuration file appears to be for a cluster in KRaft mode,"
                        + " but the directories are formatted for legacy mode."));
        list(out, "Found log directory:", "Found log directories:", found);
        first.ifPresent(properties -> {
            Map<Object, Object> sorted = new TreeMap<>(properties.toProperties());
            out.println("Found metadata: " + sorted);
            out.println();
        });
        list(out, "Found problem:", "Found problems:", problems);
        return problems.isEmpty() ? 0 : 1;
    }

    private static Optional<MetaProperties> info(
            Path directory, Optional<MetaProperties> first, List<String> problems) {
        var file = directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
        if (!Files.exists(file)) {
            problems.add(directory + " is not formatted.");
            return first;
        }
        try {
            var properties =
                    new MetaProperties.Builder(PropertiesUtils.readPropertiesFile(file.toString())).build();
            if (first.isEmpty()) {
                return Optional.of(properties);
            }
            if (!first.get().clusterId().equals(properties.clusterId())) {
                problems.add("Mismatched cluster IDs between storage directories.");
            } else if (!first.get().nodeId().equals(properties.nodeId())) {
                problems.add("Mismatched node IDs between storage directories.");
            }
        } catch (IOException | RuntimeException e) {
            problems.add("Error loading " + file + ": " + e.getMessage());
        }
        return first;
    }

    private static void list(PrintStream out, String one, String several, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(lines.size() == 1 ? one : several);
            lines.forEach(line -> out.println("  " + line));
            out.println();
        }
    }

    private static TreeSet<Path> directories(QuorumSettings settings) {
        var directories = new TreeSet<>(settings.logDirs());
        directories.add(settings.metadataLogDir());
        return directories;
    }
}
