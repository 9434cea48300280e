/** What was acknowledged is there after the broker was killed, again and again, under load. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.crash;
