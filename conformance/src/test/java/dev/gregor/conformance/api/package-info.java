/** Which APIs are served in which versions: as Apache Kafka serves them, and as {@code docs/compatibility.md} says. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.api;
