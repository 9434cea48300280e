package dev.gregor.conformance.architecture.offending.broker.config;

/** Knows a tool. */
public final class Config {
    final Class<?> tool = dev.gregor.conformance.architecture.offending.cli.dropin.Tool.class;
}
