package dev.gregor.conformance.architecture.offending.protocol;

/** Knows the broker, and Apache Kafka's old core. */
public final class Client {
    final Class<?> broker = dev.gregor.conformance.architecture.offending.broker.storage.Log.class;
    final Class<?> oldCore = kafka.Kafka.class;
}
