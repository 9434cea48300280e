/** Names as people type them: globs and regular expressions over what there is, and the nearest name to a mistyped one. */
@NullMarked
package dev.gregor.cli.names;

import org.jspecify.annotations.NullMarked;
