/**
 * What {@code kafka-consumer-groups.sh}, {@code kafka-groups.sh}, {@code kafka-share-groups.sh} and
 * {@code kafka-streams-groups.sh} have in common: how they connect, which options go together, what failures are called, and
 * how they list and delete groups.
 *
 * <p>All of it runs on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.grouptool;

import org.jspecify.annotations.NullMarked;
