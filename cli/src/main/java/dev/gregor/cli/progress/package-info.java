/** How far a long task is: on a terminal a line that is drawn again and again, elsewhere nothing. */
@NullMarked
package dev.gregor.cli.progress;

import org.jspecify.annotations.NullMarked;
