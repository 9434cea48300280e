package dev.gregor.conformance.architecture.offending.broker.network;

/** Rightly knows handlers; wrongly reads configuration. */
public final class Listener {
    final Class<?> below = dev.gregor.conformance.architecture.offending.broker.api.Handler.class;
    final Class<?> read = dev.gregor.conformance.architecture.offending.broker.config.Config.class;
}
