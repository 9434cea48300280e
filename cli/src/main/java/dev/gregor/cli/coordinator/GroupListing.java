package dev.gregor.cli.coordinator;

import java.util.Optional;

/**
 * A group as its coordinator lists it.
 *
 * @param type     Classic, Consumer, Share or Streams; empty on brokers before 3.8
 * @param protocol what its members speak: consumer, connect, share, …; empty for a group that only holds offsets
 * @param state    empty on brokers before 2.6
 * @param brokerId its coordinator
 */
public record GroupListing(String id, Optional<String> type, String protocol, Optional<String> state, int brokerId) {}
