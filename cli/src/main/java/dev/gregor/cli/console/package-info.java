/**
 * {@code gregor console}: the commands of {@code gregor} in a shell of their own. Lines are read with JLine, split by {@link
 * dev.gregor.cli.console.ConsoleLine}, and run in this JVM with one connection for all.
 *
 * <p>Three threads: the main one reads lines and waits for commands; each command runs on a thread of its own, so that
 * Ctrl-C gets it out of any wait; and {@link dev.gregor.cli.console.ClusterWatch} looks in the background whether the
 * cluster answers and what names it has.
 */
@NullMarked
package dev.gregor.cli.console;

import org.jspecify.annotations.NullMarked;
