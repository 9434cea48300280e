package dev.gregor.broker.quorum;

import java.net.InetAddress;
import java.util.OptionalLong;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;

/** Who asks when this broker itself does. */
public final class InternalRequest implements AuthorizableRequestContext {
    private final ApiKeys api;

    public InternalRequest(ApiKeys api) {
        this.api = api;
    }

    static ControllerRequestContext context() {
        return new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    }

    @Override
    public String listenerName() {
        return "";
    }

    @Override
    public SecurityProtocol securityProtocol() {
        return SecurityProtocol.PLAINTEXT;
    }

    @Override
    public KafkaPrincipal principal() {
        return KafkaPrincipal.ANONYMOUS;
    }

    @Override
    public InetAddress clientAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public int requestType() {
        return api.id;
    }

    @Override
    public int requestVersion() {
        return api.latestVersion();
    }

    @Override
    public String clientId() {
        return "gregor";
    }

    @Override
    public int correlationId() {
        return 0;
    }
}
