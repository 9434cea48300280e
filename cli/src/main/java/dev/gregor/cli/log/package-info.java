/**
 * A log's files, looked at without a broker: {@code kafka-dump-log.sh}, and {@code gregor log}. Nothing here writes.
 *
 * <p>Batches and records are read with kafka-clients' classes, so that a damaged one fails as it does in Apache Kafka;
 * the files beside them are read by their formats. What the records of Kafka's own topics mean is asked from the broker
 * module, whose jars are on the class path of these programs only where a line needs them.
 */
@NullMarked
package dev.gregor.cli.log;

import org.jspecify.annotations.NullMarked;
