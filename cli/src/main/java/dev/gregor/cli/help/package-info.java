/**
 * The commands as data: {@link dev.gregor.cli.help.CommandPages} reads them from their own models, and {@code gregor help
 * --json}, the pages in {@code docs/cli} and the man pages in {@code man} are made of that.
 */
@NullMarked
package dev.gregor.cli.help;

import org.jspecify.annotations.NullMarked;
