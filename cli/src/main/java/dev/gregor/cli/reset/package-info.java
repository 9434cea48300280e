/**
 * {@code --reset-offsets} and {@code --delete-offsets} of the group drop-ins: where offsets shall be, within the logs, and
 * how that is printed and read as CSV.
 *
 * <p>All of it runs on the caller's thread.
 */
@NullMarked
package dev.gregor.cli.reset;

import org.jspecify.annotations.NullMarked;
