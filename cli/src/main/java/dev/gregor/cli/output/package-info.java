/** How {@code gregor} prints results: tables for people, JSON for scripts, the same rows in both. */
@NullMarked
package dev.gregor.cli.output;

import org.jspecify.annotations.NullMarked;
