/**
 * The rails of every command that changes a cluster: it hands over its {@link dev.gregor.cli.safety.Change}s and {@link
 * dev.gregor.cli.safety.ChangeOptions} shows them, asks, heeds read-only and protected contexts, keeps an undo file and
 * tells how each change fared.
 */
@NullMarked
package dev.gregor.cli.safety;

import org.jspecify.annotations.NullMarked;
