/** {@code kafka-storage}: looks at a broker's folders and formats them, over the broker's own code for it. */
@NullMarked
package dev.gregor.cli.storage;

import org.jspecify.annotations.NullMarked;
