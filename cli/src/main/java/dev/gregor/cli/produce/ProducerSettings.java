package dev.gregor.cli.produce;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties of {@code gregor produce}'s producer: the line's options win over what a cluster's configuration says, that over ours. */
final class ProducerSettings {
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 128 * 1024;
    /** How many time-outs a record may take, with all that is tried again. */
    private static final int TRIES = 3;

    private ProducerSettings() {}

    /**
     * Them all, but for the addresses.
     *
     * @param given     a cluster's configuration, made for whatever talks to it
     * @param timeoutMs how long one answer is waited for
     */
    static Map<String, String> of(
            Properties given, int timeoutMs, Optional<String> compression, Optional<String> acks) {
        var properties = new TreeMap<String, String>();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "gregor-produce");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Integer.toString(timeoutMs));
        for (var name : given.stringPropertyNames()) {
            properties.put(name, given.getProperty(name));
        }
        // An application's: with it this producer would fence the application's own.
        properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        compression.ifPresent(codec -> properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, codec));
        acks.ifPresent(wanted -> properties.put(ProducerConfig.ACKS_CONFIG, wanted));
        addTimeouts(properties, timeoutMs);
        return properties;
    }

    /** kafka-clients refuses a delivery time-out below linger and request time-out, whichever of them were given. */
    private static void addTimeouts(Map<String, String> properties, int timeoutMs) {
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, Integer.toString(LINGER_MS));
        long lingerMs = number(properties, ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        long deliveryMs = number(properties, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        properties.putIfAbsent(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Long.toString(Math.max(1, Math.min(timeoutMs, deliveryMs - lingerMs))));
        long requestMs = number(properties, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
        properties.putIfAbsent(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Long.toString(Math.min(Integer.MAX_VALUE, Math.max((long) TRIES * timeoutMs, lingerMs + requestMs))));
    }

    /** What is no number is told by kafka-clients. */
    private static long number(Map<String, String> properties, String name, long otherwise) {
        var text = properties.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
