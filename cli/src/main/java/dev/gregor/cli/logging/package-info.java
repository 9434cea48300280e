/**
 * Logging for every program, behind slf4j: lines as Apache Kafka's log4j prints them, and nothing to configure or to load.
 * Any thread may log; a line is written in one piece.
 */
@NullMarked
package dev.gregor.cli.logging;

import org.jspecify.annotations.NullMarked;
