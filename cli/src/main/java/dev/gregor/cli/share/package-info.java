/**
 * Share groups (KIP-932): {@code kafka-share-groups.sh}, and what {@code gregor group} asks about them.
 *
 * <p>All of it runs on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.share;

import org.jspecify.annotations.NullMarked;
