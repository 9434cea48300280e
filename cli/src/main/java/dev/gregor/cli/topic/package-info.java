/**
 * Topics: {@code kafka-topics.sh} and {@code gregor topic}, over one set of questions to the cluster ({@link
 * dev.gregor.cli.topic.Topics}).
 */
@NullMarked
package dev.gregor.cli.topic;

import org.jspecify.annotations.NullMarked;
