/**
 * What all of Kafka's own program names share: their option syntax (jopt-simple's, to the letter), their messages and exit
 * codes, {@code --help}, {@code --version}.
 *
 * <p>The line is parsed here and not by picocli, for two reasons: scripts rely on oddities of the syntax ({@code -list},
 * an option's name as a value, words nobody reads), and it halves a command's start. Help and completion still come
 * from picocli's model, which {@link dev.gregor.cli.dropin.Usage#spec} builds from the same table.
 */
@NullMarked
package dev.gregor.cli.dropin;

import org.jspecify.annotations.NullMarked;
