package dev.gregor.conformance.architecture.offending.cli.topic;

/** Half of a cycle. */
public final class Topics {
    final Class<?> other = dev.gregor.conformance.architecture.offending.cli.dropin.Tool.class;
}
