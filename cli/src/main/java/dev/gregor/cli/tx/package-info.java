/**
 * Transactions and the producers behind them (KIP-664): {@code kafka-transactions.sh} and {@code gregor tx}, over {@link
 * dev.gregor.cli.tx.Transactions} and {@link dev.gregor.cli.tx.HangingSearch}.
 */
@NullMarked
package dev.gregor.cli.tx;

import org.jspecify.annotations.NullMarked;
