/**
 * Kafka's measuring tools: {@code kafka-producer-perf-test}, {@code kafka-consumer-perf-test}, {@code kafka-share-consumer-perf-test} and {@code
 * kafka-e2e-latency}, over kafka-clients; the same options, figures and lines as Apache Kafka's.
 */
@NullMarked
package dev.gregor.cli.perf;

import org.jspecify.annotations.NullMarked;
