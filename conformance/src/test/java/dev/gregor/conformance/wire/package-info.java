/** Requests byte by byte: what no client would send, and what a broker says to it. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.wire;
