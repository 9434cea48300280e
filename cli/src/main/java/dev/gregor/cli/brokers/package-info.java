/**
 * Brokers: {@code kafka-broker-api-versions.sh}.
 */
@NullMarked
package dev.gregor.cli.brokers;

import org.jspecify.annotations.NullMarked;
