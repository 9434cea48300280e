package dev.gregor.broker.network;

import dev.gregor.broker.api.RequestContext;
import dev.gregor.broker.api.RequestHandler;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: cuts frames, hands requests to their handlers, and sends the answers in the order of the requests.
 *
 * <p>As in Apache Kafka, a request waits until the one before it is answered, unless both are of one API whose handler
 * overlaps (produce requests, whose appends keep their order). Reading stops while a request has to wait, while the client
 * does not read its answers, and while memory for requests is used up. What is not a request closes the connection with one
 * log line. Owned by its event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final short VERSION_0 = 0;

    private final ListenerServices services;
    private final Channel channel;
    private final String id;
    private final InetAddress clientAddress;
    private final FrameReader frames;

    /** Bytes that came while requests had to wait. */
    private final ArrayDeque<ByteBuf> unread = new ArrayDeque<>(4);
    /** A whole frame whose turn has not come. */
    private @Nullable ByteBuf held;
    /** Requests handed to their handlers whose answers are not written, oldest first. */
    private final ArrayDeque<Exchange> pending = new ArrayDeque<>(4);

    private final AtomicLong bytesInFlight = new AtomicLong();
    private int partialBytes;
    private boolean serving;
    private boolean reading;
    private boolean flushWanted;
    private boolean waitsForMemory;
    private boolean closed;
    private @Nullable String closingWhenAnswered;
    private long lastActiveNs = System.nanoTime();

    /** @param channel connected */
    Connection(ListenerServices services, Channel channel, long index) {
        this.services = services;
        this.channel = channel;
        this.frames = new FrameReader(channel.alloc(), services.settings().requestMaxBytes());
        var local = (InetSocketAddress) channel.localAddress();
        var remote = (InetSocketAddress) channel.remoteAddress();
        this.clientAddress = remote.getAddress();
        this.id = local.getAddress().getHostAddress() + ':' + local.getPort() + '-' + clientAddress.getHostAddress()
                + ':' + remote.getPort() + "-0-" + index;
    }

    /** Answers what is being handled, reads nothing more, and closes. */
    void finish() {
        if (pending.isEmpty()) {
            close();
        } else {
            closingWhenAnswered = "shutting down";
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            channel.flush();
            channel.close();
        }
    }

    void closeIfIdle(long nowNs, long maxIdleNs) {
        if (pending.isEmpty() && nowNs - lastActiveNs > maxIdleNs) {
            LOG.debug("closing {}: idle", id);
            close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        services.connections().add(channel.eventLoop(), this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        if (closed) {
            bytes.release();
            return;
        }
        reading = true;
        unread.add(bytes);
        serve();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        lastActiveNs = System.nanoTime();
        serve();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        serve();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("closing {}: {}", id, cause.toString());
            close();
        } else {
            fail(cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closed = true;
        services.connections().remove(channel.eventLoop(), this);
        unread.forEach(ByteBuf::release);
        unread.clear();
        frames.release();
        accountPartial();
        if (held != null) {
            held.release();
            held = null;
        }
        pending.forEach(Exchange::abandon);
        pending.clear();
    }

    /** Handles what has come until something has to wait, then sends what is answered. */
    private void serve() {
        if (serving) {
            return;
        }
        serving = true;
        try {
            do {
                handleFrames();
                if (reading) {
                    break; // flushed once for all that this burst of reading brings
                }
                flush();
            } while (hasInput() && !mustWait());
        } catch (Throwable e) {
            fail(e);
        } finally {
            serving = false;
        }
        boolean readOn = !closed && !hasInput() && closingWhenAnswered == null;
        if (readOn != channel.config().isAutoRead()) {
            channel.config().setAutoRead(readOn);
        }
    }

    private void handleFrames() {
        while (hasInput() && !mustWait()) {
            var frame = nextFrame();
            if (frame == null) {
                continue;
            }
            if (pending.isEmpty() || overlaps(frame)) {
                handle(frame);
            } else {
                held = frame;
                return;
            }
        }
    }

    private boolean hasInput() {
        return held != null || !unread.isEmpty();
    }

    private boolean mustWait() {
        if (closed || closingWhenAnswered != null || !channel.isWritable()) {
            return true;
        }
        if (!pending.isEmpty()
                && (held != null
                        || pending.size() >= services.settings().inFlightMaxRequestsPerConnection()
                        || bytesInFlight.get() >= services.settings().inFlightMaxBytesPerConnection())) {
            return true;
        }
        return partialBytes == 0 && services.memory().isExhausted() && waitForMemory();
    }

    private boolean waitForMemory() {
        if (!waitsForMemory) {
            waitsForMemory = true;
            services.memory()
                    .whenAvailable(() -> channel.eventLoop().execute(() -> {
                        waitsForMemory = false;
                        serve();
                    }));
        }
        return true;
    }

    private @Nullable ByteBuf nextFrame() {
        var frame = held;
        if (frame != null) {
            held = null;
            return frame;
        }
        var bytes = unread.element();
        try {
            frame = frames.next(bytes);
        } finally {
            if (!bytes.isReadable()) {
                unread.remove().release();
            }
        }
        accountPartial();
        return frame;
    }

    private void accountPartial() {
        int now = frames.partialBytes();
        int grown = now - partialBytes;
        partialBytes = now;
        if (grown > 0) {
            services.memory().take(grown);
            if (services.memory().isFarExhausted()) {
                throw new InvalidFrameException("memory for requests is used up by requests that are half read");
            }
        } else if (grown < 0) {
            services.memory().give(-grown);
        }
    }

    /** Whether the next request may be handled while those before it wait. */
    private boolean overlaps(ByteBuf frame) {
        var api = pending.getLast().api();
        return frame.readableBytes() >= Short.BYTES
                && frame.getShort(frame.readerIndex()) == api.id
                && services.handlers().handler(api).orElseThrow().overlaps();
    }

    private void handle(ByteBuf frame) {
        int bytes = frame.readableBytes();
        services.memory().take(bytes);
        bytesInFlight.addAndGet(bytes);
        RequestContext context;
        RequestHandler<ApiMessage, ApiMessage> handler;
        ApiMessage request;
        try {
            var buffer = frame.nioBuffer();
            var header = RequestHeader.parse(buffer);
            var found = services.handlers().handler(header.apiKey());
            if (found.isEmpty()) {
                throw new InvalidRequestException("Received request for disabled api with key " + header.apiKey().id
                        + " (" + header.apiKey().name + ") and version " + header.apiVersion());
            }
            handler = found.get();
            if (header.apiVersion() < handler.oldestVersion() || header.apiVersion() > handler.latestVersion()) {
                refuseVersion(header);
                frame.release();
                onFrameReleased(bytes);
                return;
            }
            request = parse(header, new ByteBufferAccessor(buffer));
            context = context(header);
        } catch (Throwable e) {
            frame.release();
            onFrameReleased(bytes);
            throw e;
        }
        var exchange = Exchange.start(context, handler, request, frame, this::onFrameReleased);
        if (exchange.isDone() && pending.isEmpty()) {
            settle(exchange);
            return;
        }
        pending.add(exchange);
        exchange.whenDone(() -> {
            if (channel.eventLoop().inEventLoop()) {
                onAnswered();
            } else {
                channel.eventLoop().execute(this::onAnswered);
            }
        });
    }

    /** Only ApiVersions has an answer for a version it does not know, and gives it in version 0 (KIP-35). */
    private void refuseVersion(RequestHeader header) {
        if (header.apiKey() != ApiKeys.API_VERSIONS) {
            throw new UnsupportedVersionException("Received request for api with key " + header.apiKey().id + " ("
                    + header.apiKey().name + ") and unsupported version " + header.apiVersion());
        }
        var response = services.handlers().unsupportedApiVersions();
        ResponseWriter.write(channel, header.apiKey(), VERSION_0, header.correlationId(), response);
        flushWanted = true;
    }

    private static ApiMessage parse(RequestHeader header, ByteBufferAccessor bytes) {
        var request = header.apiKey().messageType.newRequest();
        try {
            request.read(bytes, header.apiVersion());
        } catch (RuntimeException e) {
            throw new InvalidRequestException("Error getting request for apiKey: " + header.apiKey() + ", apiVersion: "
                    + header.apiVersion() + ": " + e);
        }
        return request;
    }

    private RequestContext context(RequestHeader header) {
        return new RequestContext(
                header.apiKey(),
                header.apiVersion(),
                header.correlationId(),
                header.clientId(),
                KafkaPrincipal.ANONYMOUS,
                clientAddress,
                services.listener().name(),
                services.listener().securityProtocol(),
                id,
                channel.eventLoop());
    }

    private void onFrameReleased(int bytes) {
        bytesInFlight.addAndGet(-bytes);
        services.memory().give(bytes);
    }

    private void onAnswered() {
        for (var oldest = pending.peek(); oldest != null && oldest.isDone(); oldest = pending.peek()) {
            pending.remove();
            settle(oldest);
        }
        lastActiveNs = System.nanoTime();
        if (closingWhenAnswered != null && pending.isEmpty()) {
            closeWithLine(closingWhenAnswered);
        }
        serve();
    }

    private void settle(Exchange exchange) {
        var outcome = exchange.outcome();
        var response = outcome.response();
        if (closed) {
            exchange.abandon();
        } else if (response != null) {
            try {
                ResponseWriter.write(channel, exchange.api(), exchange.version(), exchange.correlationId(), response);
                flushWanted = true;
            } catch (RuntimeException e) {
                LOG.error("the answer to {} cannot be written: {}", exchange.api(), response, e);
                close();
            }
        } else if (outcome.closing() != null) {
            closeWithLine(exchange.api() + " without an answer failed: "
                    + outcome.closing().getMessage());
        }
    }

    private void flush() {
        if (flushWanted) {
            flushWanted = false;
            channel.flush();
        }
    }

    /** Closes once what came before is answered, as in Apache Kafka, which would not have read on. */
    private void fail(Throwable cause) {
        LOG.debug("closing {}", id, cause);
        var reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (pending.isEmpty()) {
            closeWithLine(reason);
        } else {
            closingWhenAnswered = reason;
        }
    }

    private void closeWithLine(String reason) {
        if (!closed) {
            services.log()
                    .warn("closing connection " + id + " of listener "
                            + services.listener().name() + ": " + reason);
            close();
        }
    }
}
