/**
 * Dynamic configs of topics, brokers, loggers, client metrics and groups (KIP-226, KIP-339): {@code kafka-configs.sh}, {@code
 * kafka-client-metrics.sh} and {@code gregor config}, over one set of questions and changes ({@link
 * dev.gregor.cli.config.Configs}, {@link dev.gregor.cli.config.ConfigChanges}).
 */
@NullMarked
package dev.gregor.cli.config;

import org.jspecify.annotations.NullMarked;
