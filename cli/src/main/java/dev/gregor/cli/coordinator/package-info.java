/**
 * Groups of all four kinds (classic, consumer, share, streams) and their offsets, as their coordinators list, describe and
 * change them: {@link dev.gregor.cli.coordinator.Coordinators} finds these and asks again where they moved (KIP-699).
 *
 * <p>All of it runs on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.coordinator;

import org.jspecify.annotations.NullMarked;
