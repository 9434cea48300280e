/** What is not a request, or a bad one: each gets Kafka's own answer, and nobody else notices. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.input;
