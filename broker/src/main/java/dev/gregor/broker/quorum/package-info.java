/**
 * Apache Kafka's raft quorum and controller inside this process (KIP-500, KIP-595, KIP-631), the life cycle of this broker in
 * it, and what its metadata image means for our partitions.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.quorum;
