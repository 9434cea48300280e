/**
 * Streams groups (KIP-1071): {@code kafka-streams-groups.sh}, and what {@code gregor group} asks about them.
 *
 * <p>All of it runs on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.streams;

import org.jspecify.annotations.NullMarked;
