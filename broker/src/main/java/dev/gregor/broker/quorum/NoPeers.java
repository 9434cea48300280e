package dev.gregor.broker.quorum;

import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.raft.NetworkChannel;
import org.apache.kafka.raft.RaftRequest;

/** The way to other voters when there are none: what raft sends is dropped, which it takes for a peer that is away. */
final class NoPeers implements NetworkChannel {
    private final ListenerName listenerName;
    private int correlationId;

    NoPeers(ListenerName listenerName) {
        this.listenerName = listenerName;
    }

    @Override
    public int newCorrelationId() {
        return correlationId++;
    }

    @Override
    public void send(RaftRequest.Outbound request) {}

    @Override
    public ListenerName listenerName() {
        return listenerName;
    }
}
