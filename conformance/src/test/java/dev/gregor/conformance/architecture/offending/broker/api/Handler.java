package dev.gregor.conformance.architecture.offending.broker.api;

/** Knows the network, which is above it. */
public final class Handler {
    final Class<?> above = dev.gregor.conformance.architecture.offending.broker.network.Listener.class;
}
