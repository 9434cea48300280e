package dev.gregor.broker.network;

import dev.gregor.broker.api.HandlerRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultMessageSizeEstimator;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FileRegion;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MessageSizeEstimator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's listeners: bound at once, so that their ports are known, serving only once {@link #serve} says with what.
 * Until then clients wait in the listen backlog.
 *
 * <p>Epoll where there is one, else NIO. May be called from any thread but an event loop.
 */
public final class NetworkServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkServer.class);
    private static final int SMALLEST_READ_BYTES = 1 << 10;
    private static final int FIRST_READ_BYTES = 16 << 10;
    private static final int LARGEST_READ_BYTES = 512 << 10;
    /** A client that has this much to read is not served on; below the lower mark it is again. */
    private static final WriteBufferWaterMark UNREAD_ANSWERS = new WriteBufferWaterMark(256 << 10, 1 << 20);

    private static final long FINISH_MS = 1_000;

    private final NetworkSettings settings;
    private final EventLoopGroup loops;
    private final LimitedLog log = new LimitedLog();
    private final ConnectionLimits limits;
    private final RequestMemory memory;
    private final OpenConnections connections;
    private final AtomicLong connectionIndex = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, Bound> bound = new LinkedHashMap<>();

    private NetworkServer(NetworkSettings settings) {
        this.settings = settings;
        this.limits = new ConnectionLimits(settings, log);
        this.memory = new RequestMemory(settings.inFlightMaxBytes(), settings.requestMaxBytes());
        this.loops = new MultiThreadIoEventLoopGroup(
                settings.eventLoops(), new DefaultThreadFactory("gregor-network"), transport());
        this.connections = new OpenConnections(loops, settings.connectionsMaxIdleMs());
    }

    /**
     * Binds all listeners; nobody is served yet.
     *
     * @throws IOException if an address cannot be bound; nothing stays open then
     * @throws IllegalArgumentException for a listener with a security protocol that is not served
     */
    public static NetworkServer bind(NetworkSettings settings) throws IOException {
        var server = new NetworkServer(settings);
        try {
            for (var listener : settings.listeners()) {
                server.bind(listener);
            }
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** @return listener name to the address it is bound to */
    public Map<String, InetSocketAddress> addresses() {
        var addresses = new LinkedHashMap<String, InetSocketAddress>();
        bound.forEach((name, it) -> addresses.put(name, (InetSocketAddress) it.acceptor.localAddress()));
        return addresses;
    }

    /**
     * Starts to accept connections of a listener.
     *
     * @throws IllegalArgumentException if there is no such listener
     */
    public void serve(String listenerName, HandlerRegistry handlers) {
        var it = bound.get(listenerName);
        if (it == null) {
            throw new IllegalArgumentException("no listener " + listenerName + " (there are: " + bound.keySet() + ")");
        }
        it.connections.services = new ListenerServices(it.listener, settings, handlers, memory, connections, log);
        limits.startAccepting(it.acceptor);
    }

    /** Stops accepting, lets requests being handled finish for a moment, and closes all connections. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        limits.stopAccepting();
        bound.values().forEach(it -> it.acceptor.close().syncUninterruptibly());
        try {
            connections.forEach(Connection::finish).get(FINISH_MS, TimeUnit.MILLISECONDS);
            awaitNoConnections();
            connections.forEach(Connection::close).get(FINISH_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("connections did not close in time", e);
        }
        loops.shutdownGracefully(0, FINISH_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    int openConnections() {
        return limits.open();
    }

    long requestBytesInFlight() {
        return memory.used();
    }

    private void awaitNoConnections() throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FINISH_MS);
        while (limits.open() > 0 && System.nanoTime() < deadlineNs) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void bind(Listener listener) throws IOException {
        if (listener.securityProtocol() != SecurityProtocol.PLAINTEXT) {
            throw new IllegalArgumentException("listener " + listener.name() + " asks for "
                    + listener.securityProtocol() + "; only PLAINTEXT is served");
        }
        var initializer = new ConnectionInitializer(connectionIndex, limits);
        var bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(channelType())
                .handler(limits)
                .childHandler(initializer)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, settings.listenBacklog())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_ANSWERS)
                .childOption(ChannelOption.MESSAGE_SIZE_ESTIMATOR, SizeWithFiles.INSTANCE)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(SMALLEST_READ_BYTES, FIRST_READ_BYTES, LARGEST_READ_BYTES));
        if (settings.sendBufferBytes() > 0) {
            bootstrap.childOption(ChannelOption.SO_SNDBUF, settings.sendBufferBytes());
        }
        if (settings.receiveBufferBytes() > 0) {
            bootstrap.option(ChannelOption.SO_RCVBUF, settings.receiveBufferBytes());
        }
        var address = listener.host().isEmpty()
                ? new InetSocketAddress(listener.port())
                : new InetSocketAddress(listener.host(), listener.port());
        var future = bootstrap.bind(address).awaitUninterruptibly();
        if (!future.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + listener + ": " + future.cause().getMessage(), future.cause());
        }
        bound.put(listener.name(), new Bound(listener, future.channel(), initializer));
    }

    private static IoHandlerFactory transport() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    private static Class<? extends ServerChannel> channelType() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    private record Bound(Listener listener, Channel acceptor, ConnectionInitializer connections) {}

    /** Sets up accepted connections of one listener. */
    private static final class ConnectionInitializer extends ChannelInitializer<Channel> {
        private final AtomicLong connectionIndex;
        private final ConnectionLimits limits;
        private volatile @Nullable ListenerServices services;

        ConnectionInitializer(AtomicLong connectionIndex, ConnectionLimits limits) {
            this.connectionIndex = connectionIndex;
            this.limits = limits;
        }

        @Override
        protected void initChannel(Channel channel) {
            var address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
            channel.closeFuture().addListener(closed -> limits.onClosed(address));
            var current = services;
            if (current == null) {
                channel.close();
            } else {
                channel.pipeline().addLast(new Connection(current, channel, connectionIndex.getAndIncrement()));
            }
        }
    }

    /** Counts what is sent from files as well, so that a client that does not read its records is noticed. */
    private static final class SizeWithFiles implements MessageSizeEstimator, MessageSizeEstimator.Handle {
        static final SizeWithFiles INSTANCE = new SizeWithFiles();

        private final MessageSizeEstimator.Handle others = DefaultMessageSizeEstimator.DEFAULT.newHandle();

        @Override
        public Handle newHandle() {
            return this;
        }

        @Override
        public int size(Object message) {
            return message instanceof FileRegion region
                    ? (int) Math.min(Integer.MAX_VALUE, region.count())
                    : others.size(message);
        }
    }
}
