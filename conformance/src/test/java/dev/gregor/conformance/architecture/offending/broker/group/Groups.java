package dev.gregor.conformance.architecture.offending.broker.group;

/** Rightly knows replicas: whoever knows it back makes a cycle. */
public final class Groups {
    final Class<?> below = dev.gregor.conformance.architecture.offending.broker.replication.Replica.class;
}
