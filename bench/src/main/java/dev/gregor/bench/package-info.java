/**
 * Gregor side by side with Apache Kafka: start one, measure it from outside, start the other, measure it in the same way,
 * and so on in turn; ratios are taken within a pair. {@link dev.gregor.bench.Bench} puts it together: read that first.
 *
 * <p>Both sides are processes known by their commands only: no class of a broker is on this module's class path. Everything
 * runs on the main thread but the two threads of {@link dev.gregor.bench.SingleRecords}.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.bench;
