/**
 * Groups of all four kinds: {@code gregor group}, {@code kafka-groups.sh} and {@code kafka-consumer-groups.sh}, over the
 * questions of {@link dev.gregor.cli.coordinator}, {@link dev.gregor.cli.share} and {@link dev.gregor.cli.streams}.
 *
 * <p>All of it runs on the caller's thread, but for {@link dev.gregor.cli.group.EveryBroker}'s, which asks every broker at
 * once.
 */
@NullMarked
package dev.gregor.cli.group;

import org.jspecify.annotations.NullMarked;
