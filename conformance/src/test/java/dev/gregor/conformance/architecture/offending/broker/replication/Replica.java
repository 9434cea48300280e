package dev.gregor.conformance.architecture.offending.broker.replication;

/** Knows handlers, and the groups that stand on it. */
public final class Replica {
    final Class<?> above = dev.gregor.conformance.architecture.offending.broker.api.Handler.class;
    final Class<?> beside = dev.gregor.conformance.architecture.offending.broker.group.Groups.class;
}
