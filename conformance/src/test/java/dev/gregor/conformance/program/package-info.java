/** What others wrote, run as processes: kcat, Node.js, Python, and Apache Kafka's own tools. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.program;
