/**
 * The one way in which {@code gregor} is told offsets: {@code start}, {@code end}, {@code +n}, {@code -n}, a number, {@code a:b}, {@code
 * @time}, {@code committed:GROUP}, for all partitions or for each its own. {@link dev.gregor.cli.offsets.OffsetParser} is pure;
 * {@link dev.gregor.cli.offsets.OffsetResolver} asks the cluster, on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.offsets;

import org.jspecify.annotations.NullMarked;
