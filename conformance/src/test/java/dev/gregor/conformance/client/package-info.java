/**
 * Clients that others wrote carry a real text through the broker and back, byte for byte, with each codec.
 *
 * <p>The text has 4 MB by default, and more than 100 MB with the profile {@code conformance-large}.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.client;
