/**
 * Brokers: {@code kafka-broker-api-versions.sh}, {@code kafka-log-dirs.sh}, and the verbs of {@code gregor broker} that
 * look at them.
 */
@NullMarked
package dev.gregor.cli.brokers;

import org.jspecify.annotations.NullMarked;
