/**
 * Completion in the user's shell: scripts for bash, zsh and fish made from the commands' own models, and the small cache of
 * live names (topics, groups, brokers, config keys) that the scripts read by themselves.
 *
 * <p>A JVM takes longer to start than TAB may take, so the scripts only ever read files. What is missing or older than
 * {@link dev.gregor.cli.completion.NameCache#FRESH_SECONDS} they have refreshed in the background, by {@code gregor
 * __complete refresh}, and answer from what is there.
 */
@NullMarked
package dev.gregor.cli.completion;

import org.jspecify.annotations.NullMarked;
