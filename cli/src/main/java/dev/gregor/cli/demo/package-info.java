/**
 * {@code gregor demo}: the main job in one command, told step by step. A broker runs as a process of its own, so that killing it is
 * real; what went in is compared with what comes out, record by record.
 *
 * <p>Each step is a {@link dev.gregor.cli.demo.Chapter}; a new one is a small class and a line in {@link dev.gregor.cli.demo.Demo}.
 */
@NullMarked
package dev.gregor.cli.demo;

import org.jspecify.annotations.NullMarked;
