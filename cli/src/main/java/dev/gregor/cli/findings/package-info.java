/**
 * What may be wrong with a cluster, found in facts that others asked for: pure functions from facts to {@link
 * dev.gregor.cli.findings.Finding}s, without a cluster, a clock or a thread. {@code gregor cluster doctor} and {@code
 * gregor topic describe} print them.
 */
@NullMarked
package dev.gregor.cli.findings;

import org.jspecify.annotations.NullMarked;
