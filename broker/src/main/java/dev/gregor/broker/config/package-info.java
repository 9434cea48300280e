/**
 * {@code server.properties} and the environment, in Apache Kafka's own definitions, turned into the settings of each
 * feature.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.config;
