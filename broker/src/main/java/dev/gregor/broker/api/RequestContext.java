package dev.gregor.broker.api;

import java.net.InetAddress;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;

/**
 * Who asks, over which listener, and with which header.
 *
 * @param eventLoop the thread that serves the connection: timers of waiting requests run there
 */
public record RequestContext(
        ApiKeys api,
        short apiVersion,
        int correlationId,
        String clientId,
        KafkaPrincipal principal,
        InetAddress clientAddress,
        String listenerName,
        SecurityProtocol securityProtocol,
        String connectionId,
        ScheduledExecutorService eventLoop)
        implements AuthorizableRequestContext {
    @Override
    public int requestType() {
        return api.id;
    }

    @Override
    public int requestVersion() {
        return apiVersion;
    }
}
