package dev.gregor.cli.apply;

import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ClusterClient;
import java.util.List;
import java.util.function.Consumer;

/** One part of the file. */
interface Section {
    /** The key it stands under. */
    String key();

    /**
     * Reads it, without a cluster.
     *
     * @throws dev.gregor.protocol.ClusterException with the line and the key when it cannot be understood
     */
    Wanted read(YamlValue value);

    /**
     * What the cluster has of it, as it stands in a file: maps, lists, texts and numbers.
     *
     * @param leftOut hears of what cannot be written, in a sentence each
     */
    Object export(ClusterClient client, Consumer<String> leftOut);

    /** What a file wants. */
    interface Wanted {
        /**
         * The steps from what the cluster has to what is wanted; none when it is so already.
         *
         * @param prune whether what the file does not name goes away
         * @throws dev.gregor.protocol.ClusterException when it cannot be had this way, with what to do
         */
        List<Step> steps(ClusterClient client, boolean prune);
    }

    /** All of them, in the order in which they are applied. */
    static List<Section> all() {
        return List.of(
                new TopicSection(), new BrokerSection(), new AclSection(), new QuotaSection(), new GroupSection());
    }
}
