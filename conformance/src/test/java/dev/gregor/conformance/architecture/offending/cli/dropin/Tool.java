package dev.gregor.conformance.architecture.offending.cli.dropin;

/** Knows Netty, and a package that knows it back. */
public final class Tool {
    final Class<?> other = dev.gregor.conformance.architecture.offending.cli.topic.Topics.class;
    final Class<?> netty = io.netty.buffer.ByteBuf.class;
}
