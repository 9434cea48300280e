/**
 * Starting and stopping brokers: {@code kafka-server-start}, {@code kafka-server-stop} and {@code gregor broker}. Here a
 * {@link dev.gregor.broker.Broker} becomes a process: signals, exit codes, and failures in one line.
 */
@NullMarked
package dev.gregor.cli.server;

import org.jspecify.annotations.NullMarked;
