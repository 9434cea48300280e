/**
 * Records as {@code gregor consume} prints and {@code gregor produce} reads them: format strings in the dialects of rpk and kcat, JSON that
 * goes out and comes back unchanged, and conditions on keys, values and headers. Pure, but for the buffers each instance owns.
 */
@NullMarked
package dev.gregor.cli.record;

import org.jspecify.annotations.NullMarked;
