/**
 * The command lines of Kafka's tools with sub-commands (transactions, cluster, features, storage and others) and of its
 * producer performance tool, which argparse4j reads in Apache Kafka: its syntax, abbreviations, messages, usage and help,
 * to the letter. {@link dev.gregor.cli.arguments.ArgumentTable} says what a tool takes, {@link
 * dev.gregor.cli.arguments.ArgumentDropIn} runs one.
 *
 * <p>Nothing here prints or ends a process; {@code ArgumentDropIn} alone writes to the streams it is given.
 */
@NullMarked
package dev.gregor.cli.arguments;

import org.jspecify.annotations.NullMarked;
