/**
 * Leaders: {@code kafka-leader-election.sh}, the {@code kafka-preferred-replica-election.sh} before it, and {@code gregor
 * leader}, over one {@link dev.gregor.cli.leader.Election}.
 */
@NullMarked
package dev.gregor.cli.leader;

import org.jspecify.annotations.NullMarked;
