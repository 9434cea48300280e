package dev.gregor.cli.brokers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ErrorCodes;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Log directories as the one line of JSON that {@code kafka-log-dirs.sh} prints. The order of its fields is that of the
 * HashMaps behind Kafka's tool; scripts with regular expressions know it.
 */
final class LogDirsJson {
    private final JsonGenerator json;
    private final Set<String> topics;

    private LogDirsJson(JsonGenerator json, Set<String> topics) {
        this.json = json;
        this.topics = topics;
    }

    /** Directories by broker, with partitions of these topics only; of all when there are none. */
    static String of(Map<Integer, List<LogDirs.LogDir>> brokers, Set<String> topics) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            new LogDirsJson(json, topics).write(brokers);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void write(Map<Integer, List<LogDirs.LogDir>> brokers) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("brokers");
        for (var broker : brokers.entrySet()) {
            json.writeStartObject();
            json.writeNumberField("broker", broker.getKey());
            json.writeArrayFieldStart("logDirs");
            for (var directory : byPath(broker.getValue()).values()) {
                write(directory);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("version", 1);
        json.writeEndObject();
    }

    private static Map<String, LogDirs.LogDir> byPath(List<LogDirs.LogDir> directories) {
        var byPath = new HashMap<String, LogDirs.LogDir>(directories.size());
        for (var directory : directories) {
            byPath.put(directory.path(), directory);
        }
        return byPath;
    }

    private void write(LogDirs.LogDir directory) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("partitions");
        var shown = new HashMap<TopicPartition, LogDirs.Replica>();
        for (var replica : directory.replicas().entrySet()) {
            if (topics.isEmpty() || topics.contains(replica.getKey().topic())) {
                shown.put(replica.getKey(), replica.getValue());
            }
        }
        for (var replica : shown.entrySet()) {
            json.writeStartObject();
            json.writeStringField("partition", replica.getKey().toString());
            json.writeNumberField("size", replica.getValue().sizeBytes());
            json.writeNumberField("offsetLag", replica.getValue().offsetLag());
            json.writeBooleanField("isFuture", replica.getValue().isFuture());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (directory.errorCode() == ErrorCodes.NONE) {
            json.writeNullField("error");
        } else {
            json.writeStringField("error", new ApiErrorException(directory.errorCode(), "").kafkaClassName());
        }
        json.writeStringField("logDir", directory.path());
        json.writeEndObject();
    }
}
