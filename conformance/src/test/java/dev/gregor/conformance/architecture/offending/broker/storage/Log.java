package dev.gregor.conformance.architecture.offending.broker.storage;

/** Knows replicas, which are above it, and an internal module of Apache Kafka. */
public final class Log {
    final Class<?> above = dev.gregor.conformance.architecture.offending.broker.replication.Replica.class;
    final Class<?> internal = org.apache.kafka.raft.RaftClient.class;
}
