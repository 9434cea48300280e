/**
 * {@code kafka-console-producer}: lines of standard input become records of a topic, over kafka-clients' producer, which is
 * loaded only when there is something to produce to. One thread reads and sends; the producer's own thread does the rest.
 */
@NullMarked
package dev.gregor.cli.produce;

import org.jspecify.annotations.NullMarked;
