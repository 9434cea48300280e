package dev.gregor.cli.config;

import dev.gregor.protocol.ClusterException;

/** Configs that this tool itself refuses, in Kafka's words. */
final class InvalidConfigsException extends ClusterException {
    private static final long serialVersionUID = 1L;

    InvalidConfigsException(String message) {
        super(message);
    }
}
