/**
 * Groups of all four kinds (classic, consumer, share, streams): {@code kafka-consumer-groups.sh}, {@code kafka-groups.sh},
 * {@code kafka-share-groups.sh}, {@code kafka-streams-groups.sh} and {@code gregor group}, over one set of questions to the
 * cluster.
 *
 * <p>All of it runs on the caller's thread, but for {@link dev.gregor.cli.group.GroupLagCommand}'s sweep, which asks every
 * broker at once.
 */
@NullMarked
package dev.gregor.cli.group;

import org.jspecify.annotations.NullMarked;
