/** Delegation tokens (KIP-48): {@code kafka-delegation-tokens.sh}. */
@NullMarked
package dev.gregor.cli.token;

import org.jspecify.annotations.NullMarked;
