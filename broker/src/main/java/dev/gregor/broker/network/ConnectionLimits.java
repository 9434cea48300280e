package dev.gregor.broker.network;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections as they are accepted. One too many from an address is closed at once; at the limit of all, nobody is
 * accepted until one closes, and new ones wait in the listen backlog (as {@code max.connections} works in Kafka).
 */
@Sharable
final class ConnectionLimits extends ChannelInboundHandlerAdapter {
    private final NetworkSettings settings;
    private final LimitedLog log;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();
    private final List<Channel> acceptors = new CopyOnWriteArrayList<>();
    private volatile boolean accepting;

    ConnectionLimits(NetworkSettings settings, LimitedLog log) {
        this.settings = settings;
        this.log = log;
    }

    int open() {
        return open.get();
    }

    void startAccepting(Channel acceptor) {
        accepting = true;
        acceptors.add(acceptor);
        resume();
    }

    void stopAccepting() {
        accepting = false;
        acceptors.forEach(acceptor -> acceptor.config().setAutoRead(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var accepted = (Channel) message;
        var address = ((InetSocketAddress) accepted.remoteAddress()).getAddress();
        int limit = settings.maxConnectionsFrom(address);
        int fromAddress = openByAddress.merge(address, 1, Integer::sum);
        int now = open.incrementAndGet();
        if (fromAddress > limit) {
            log.warn("closing a connection from " + address.getHostAddress() + ": it already has the " + limit
                    + " connections that max.connections.per.ip allows");
            accepted.unsafe().closeForcibly();
            onClosed(address);
            return;
        }
        if (now >= settings.maxConnections()) {
            log.warn("no more connections are accepted until one closes: max.connections is "
                    + settings.maxConnections());
            acceptors.forEach(acceptor -> acceptor.config().setAutoRead(false));
        }
        context.fireChannelRead(message);
    }

    /** To be called once for each connection that was let through. */
    void onClosed(InetAddress address) {
        openByAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
        resume();
    }

    private void resume() {
        if (accepting && open.get() < settings.maxConnections()) {
            for (var acceptor : acceptors) {
                if (!acceptor.config().isAutoRead()) {
                    acceptor.config().setAutoRead(true);
                }
            }
        }
    }
}
