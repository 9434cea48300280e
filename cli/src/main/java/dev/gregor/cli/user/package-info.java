/** SCRAM users (KIP-554): their credentials listed, set and removed, for {@code kafka-configs.sh} and {@code gregor user}; no secret is ever printed. */
@NullMarked
package dev.gregor.cli.user;

import org.jspecify.annotations.NullMarked;
