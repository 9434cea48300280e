/**
 * A broker as its users meet it: a process of its own, on a folder and ports of its own, started, stopped and killed by tests.
 *
 * <p>Which broker it is, Gregor or Apache Kafka, is the system property {@code gregor.server}, so that each expectation is
 * proven on the original.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.server;
