/**
 * {@code kafka-console-consumer}: records of topics to standard output, over kafka-clients' consumer, which is loaded only when
 * there is something to consume. All of it runs on the main thread; a signal only wakes it.
 */
@NullMarked
package dev.gregor.cli.consume;

import org.jspecify.annotations.NullMarked;
