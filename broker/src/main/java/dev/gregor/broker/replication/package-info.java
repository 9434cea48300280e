/**
 * Partitions as leader or follower: high watermark, in-sync replicas, and the requests that wait for them.
 *
 * <p>Roles are changed by the thread of the metadata image alone; appends and reads come from event loops.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.replication;
