/**
 * The command line: {@code bin/gregor} and every {@code bin/kafka-*.sh} enter through {@link dev.gregor.cli.Main}, which
 * loads the classes of the one program asked for and no others (loading classes is most of a command's time).
 *
 * <p>Everything runs on the main thread. Programs get their {@link dev.gregor.cli.Streams} and return an exit code; only
 * {@code Main} ends the process.
 */
@NullMarked
package dev.gregor.cli;

import org.jspecify.annotations.NullMarked;
