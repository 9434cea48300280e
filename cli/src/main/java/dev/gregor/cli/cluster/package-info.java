/**
 * A cluster as a whole: {@code kafka-cluster.sh} (its id, endpoints, unregistering), {@code kafka-features.sh} (KIP-584, KIP-1022),
 * {@code kafka-metadata-quorum.sh} (KIP-836, KIP-853) and {@code gregor cluster}.
 */
@NullMarked
package dev.gregor.cli.cluster;

import org.jspecify.annotations.NullMarked;
