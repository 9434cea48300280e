/**
 * Partitions by themselves: {@code kafka-get-offsets.sh} and {@code kafka-delete-records.sh}, and {@link
 * dev.gregor.cli.partition.PartitionLeaders}, which brings a question about many partitions to their leaders.
 */
@NullMarked
package dev.gregor.cli.partition;

import org.jspecify.annotations.NullMarked;
