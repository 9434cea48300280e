/**
 * A cluster's settings in one file: {@code gregor export} writes it, {@code gregor diff} compares, {@code gregor apply} makes
 * the cluster as the file says. Each {@link dev.gregor.cli.apply.Section} of the file is a class that reads, compares and
 * writes its own part; comparing is pure.
 */
@NullMarked
package dev.gregor.cli.apply;

import org.jspecify.annotations.NullMarked;
