package dev.gregor.broker.quorum;

import org.apache.kafka.server.config.AbstractKafkaConfig;

/**
 * What {@code server.properties} says of topics as such.
 *
 * @param autoCreate {@code auto.create.topics.enable}
 * @param numPartitions {@code num.partitions} if it is set here, or -1: the controller's
 * @param replicationFactor {@code default.replication.factor} if it is set here, or -1: the controller's
 * @param deletable {@code delete.topic.enable}
 * @param describePartitionsLimit {@code max.request.partition.size.limit}
 */
public record TopicRules(
        boolean autoCreate,
        int numPartitions,
        short replicationFactor,
        boolean deletable,
        int describePartitionsLimit) {
    private static final String NUM_PARTITIONS = "num.partitions";
    private static final String REPLICATION_FACTOR = "default.replication.factor";
    private static final int OF_CONTROLLER = -1;

    static TopicRules of(AbstractKafkaConfig kafka) {
        var said = kafka.originals();
        return new TopicRules(
                kafka.getBoolean("auto.create.topics.enable"),
                said.containsKey(NUM_PARTITIONS) ? kafka.getInt(NUM_PARTITIONS) : OF_CONTROLLER,
                said.containsKey(REPLICATION_FACTOR)
                        ? kafka.getInt(REPLICATION_FACTOR).shortValue()
                        : (short) OF_CONTROLLER,
                kafka.getBoolean("delete.topic.enable"),
                kafka.getInt("max.request.partition.size.limit"));
    }
}
