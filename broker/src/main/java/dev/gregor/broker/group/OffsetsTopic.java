package dev.gregor.broker.group;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfig;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfigCollection;
import org.apache.kafka.coordinator.group.GroupCoordinatorConfig;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.record.BrokerCompressionType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code __consumer_offsets}: how many partitions it has or will have, and its creation when the first group asks. */
final class OffsetsTopic {
    static final String NAME = Topic.GROUP_METADATA_TOPIC_NAME;

    private static final Logger LOG = LoggerFactory.getLogger(OffsetsTopic.class);

    private final AbstractKafkaConfig config;
    private final InternalTopics topics;
    private final AtomicBoolean creating = new AtomicBoolean();

    OffsetsTopic(AbstractKafkaConfig config, InternalTopics topics) {
        this.config = config;
        this.topics = topics;
    }

    /** As the image says, or as it would be created. */
    int partitionCount(MetadataImage image) {
        var topic = image.topics().getTopic(NAME);
        return topic == null
                ? config.getInt(GroupCoordinatorConfig.OFFSETS_TOPIC_PARTITIONS_CONFIG)
                : topic.partitions().size();
    }

    /** Asks for the topic once at a time; what comes of it shows in the metadata. */
    void create() {
        if (!creating.compareAndSet(false, true)) {
            return;
        }
        topics.create(definition()).whenComplete((created, failure) -> {
            creating.set(false);
            report(failure);
        });
    }

    private CreatableTopic definition() {
        var configs = new CreatableTopicConfigCollection();
        configs.add(entry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        configs.add(entry(TopicConfig.COMPRESSION_TYPE_CONFIG, BrokerCompressionType.PRODUCER.name));
        configs.add(entry(
                TopicConfig.SEGMENT_BYTES_CONFIG,
                String.valueOf(config.getInt(GroupCoordinatorConfig.OFFSETS_TOPIC_SEGMENT_BYTES_CONFIG))));
        return new CreatableTopic()
                .setName(NAME)
                .setNumPartitions(config.getInt(GroupCoordinatorConfig.OFFSETS_TOPIC_PARTITIONS_CONFIG))
                .setReplicationFactor(config.getShort(GroupCoordinatorConfig.OFFSETS_TOPIC_REPLICATION_FACTOR_CONFIG))
                .setConfigs(configs);
    }

    private static CreatableTopicConfig entry(String name, String value) {
        return new CreatableTopicConfig().setName(name).setValue(value);
    }

    private static void report(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause != null && !(cause instanceof TopicExistsException)) {
            LOG.warn(
                    "{} was not created: {} Groups wait until it is; on fewer than three brokers set {}=1.",
                    NAME,
                    cause.getMessage(),
                    GroupCoordinatorConfig.OFFSETS_TOPIC_REPLICATION_FACTOR_CONFIG);
        }
    }
}
