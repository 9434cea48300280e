/**
 * Names in {@code bin/} that have no program of ours: those the launcher runs as Apache Kafka's own classes, which come here
 * for {@code --version} only, and those that Apache Kafka itself has given up.
 */
@NullMarked
package dev.gregor.cli.apache;

import org.jspecify.annotations.NullMarked;
