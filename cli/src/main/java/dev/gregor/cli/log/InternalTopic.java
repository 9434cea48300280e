package dev.gregor.cli.log;

import dev.gregor.broker.group.CoordinatorRecordText;
import dev.gregor.broker.quorum.MetadataRecordText;
import dev.gregor.broker.quorum.RemoteLogRecordText;
import dev.gregor.protocol.ClusterException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.record.internal.Record;

/**
 * A topic of Kafka's own, whose records the broker module reads. In the order in which {@code kafka-dump-log.sh} looks for
 * their options.
 */
enum InternalTopic {
    OFFSETS("__consumer_offsets", "offsets-decoder"),
    TRANSACTIONS("__transaction_state", "transaction-log-decoder"),
    METADATA("__cluster_metadata", "cluster-metadata-decoder"),
    REMOTE_LOGS("__remote_log_metadata", "remote-log-metadata-decoder"),
    SHARE_GROUPS("__share_group_state", "share-group-state-decoder");

    private final String topic;
    private final String option;

    InternalTopic(String topic, String option) {
        this.topic = topic;
        this.option = option;
    }

    /** The option of {@code kafka-dump-log.sh} that asks for its decoder. */
    String option() {
        return option;
    }

    /** The one of this name, if it is one. */
    static Optional<InternalTopic> named(String topic) {
        for (var internal : values()) {
            if (internal.topic.equals(topic)) {
                return Optional.of(internal);
            }
        }
        return Optional.empty();
    }

    /** @throws ClusterException where the class path has no broker, as in the console */
    RecordText decoder() {
        try {
            return withBroker();
        } catch (NoClassDefFoundError missing) {
            throw new ClusterException(
                    topic + " is decoded by the command 'gregor log dump' alone; --raw prints its records here.",
                    missing);
        }
    }

    private RecordText withBroker() {
        return switch (this) {
            case OFFSETS -> coordinator(CoordinatorRecordText.ofGroups());
            case TRANSACTIONS -> coordinator(CoordinatorRecordText.ofTransactions());
            case SHARE_GROUPS -> coordinator(CoordinatorRecordText.ofShareGroups());
            case METADATA -> valueOnly(new MetadataRecordText()::of);
            case REMOTE_LOGS -> valueOnly(new RemoteLogRecordText()::of);
        };
    }

    private static RecordText coordinator(CoordinatorRecordText reader) {
        return record -> {
            var text = reader.of(record);
            return new RecordText.Text(Optional.of(text.key()), text.value());
        };
    }

    private static RecordText valueOnly(Function<Record, String> reader) {
        return record -> new RecordText.Text(Optional.empty(), Optional.of(reader.apply(record)));
    }
}
