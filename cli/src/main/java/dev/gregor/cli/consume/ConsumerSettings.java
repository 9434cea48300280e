package dev.gregor.cli.consume;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.clients.ClientProperties;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers for {@code gregor consume}: large fetches within a small heap, and nothing is made or committed unless asked for. */
final class ConsumerSettings {
    /** What all consumers may hold of fetches in the launcher's heap of 256 MB, where as much may be on its way. */
    private static final int ALL_FETCHES_BYTES = 48 * 1024 * 1024;

    private static final int MOST_FETCH_BYTES = 12 * 1024 * 1024;
    private static final int LEAST_FETCH_BYTES = 1024 * 1024;
    private static final int PARTITION_BYTES = 2 * 1024 * 1024;
    /** How soon a group's member hears of partitions that have come to be. */
    private static final String METADATA_MAX_AGE_MS = "5000";

    private static final String POLL_RECORDS = "2000";

    private final Map<String, String> properties = new TreeMap<>();

    /** @param fetches how many fetches may be there at a time: one of each broker for each consumer */
    ConsumerSettings(ConnectionOptions connection, String isolationLevel, int fetches) {
        int fetchBytes = fetchBytes(fetches);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(fetchBytes));
        properties.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Integer.toString(Math.min(PARTITION_BYTES, fetchBytes)));
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "gregor-consume");
        var given = connection.properties();
        for (var name : given.stringPropertyNames()) {
            properties.put(name, given.getProperty(name));
        }
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrap());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolationLevel);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    static int fetchBytes(int fetches) {
        return Math.max(LEAST_FETCH_BYTES, Math.min(MOST_FETCH_BYTES, ALL_FETCHES_BYTES / Math.max(1, fetches)));
    }

    /** Outside of any group. */
    Consumer<byte[], byte[]> alone() {
        var alone = new TreeMap<>(properties);
        alone.remove(ConsumerConfig.GROUP_ID_CONFIG);
        alone.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return make(alone);
    }

    /** A member of this group; it commits what has been handed out, with the next poll and when it is closed. */
    Consumer<byte[], byte[]> member(String group) {
        var member = new TreeMap<>(properties);
        member.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return make(member);
    }

    private static Consumer<byte[], byte[]> make(Map<String, String> properties) {
        return new KafkaConsumer<>(
                ClientProperties.forShortRun(properties), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
