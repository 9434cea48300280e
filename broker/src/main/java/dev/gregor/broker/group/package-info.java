/**
 * Apache Kafka's group coordinator on our partitions (KIP-848, and the classic protocol).
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.group;
