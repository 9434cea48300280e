/**
 * Apache Kafka's group coordinator on our partitions: classic groups and consumer groups (KIP-848), in Kafka's own record
 * formats on {@code __consumer_offsets}.
 *
 * <p>Starts behind the first group request. {@link dev.gregor.broker.group.GroupCoordination} is the door; the coordinator
 * runs on its own threads, and a thread of this package feeds it metadata, in order.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.group;
