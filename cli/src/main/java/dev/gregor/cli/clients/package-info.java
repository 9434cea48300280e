/** What producing and consuming share: kafka-clients' properties from options and files, and Kafka's form of a log line. */
@NullMarked
package dev.gregor.cli.clients;

import org.jspecify.annotations.NullMarked;
