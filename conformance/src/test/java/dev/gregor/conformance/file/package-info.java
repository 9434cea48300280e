/** The files: Apache Kafka's tools find nothing wrong with them, and either broker serves what the other wrote. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.file;
