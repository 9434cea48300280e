package dev.gregor.protocol.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.auth.Login;
import org.apache.kafka.common.security.authenticator.DefaultLogin;
import org.apache.kafka.common.security.authenticator.LoginManager;
import org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler;
import org.apache.kafka.common.security.kerberos.KerberosLogin;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerRefreshingLogin;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClientCallbackHandler;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * As kafka-clients logs in: GSSAPI, OAUTHBEARER, and mechanisms, login modules and callback handlers of the user's own (AWS_MSK_IAM
 * and its like, their jars in CLASSPATH).
 */
final class KafkaLogin implements dev.gregor.protocol.security.Login {
    private static final String GSSAPI = "GSSAPI";
    private static final String OAUTHBEARER = "OAUTHBEARER";

    /** Of OAUTHBEARER; without them a token endpoint that says nothing would be waited for without end. */
    private static final List<String> TOKEN_ENDPOINT_TIMEOUTS =
            List.of(SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS, SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS);

    private static final int TOKEN_ENDPOINT_TIMEOUT_MS = 10_000;

    private final String mechanism;
    private final Map<String, ?> configs;
    private final AuthenticateCallbackHandler handler;
    private final LoginManager manager;

    private KafkaLogin(
            String mechanism, Map<String, ?> configs, AuthenticateCallbackHandler handler, LoginManager manager) {
        this.mechanism = mechanism;
        this.configs = configs;
        this.handler = handler;
        this.manager = manager;
    }

    static KafkaLogin of(String mechanism, JaasContext jaas, Map<String, ?> given) throws LoginException {
        var configs = new HashMap<String, Object>(given);
        for (var key : TOKEN_ENDPOINT_TIMEOUTS) {
            configs.putIfAbsent(key, TOKEN_ENDPOINT_TIMEOUT_MS);
        }
        var handler = handler(mechanism, configs);
        handler.configure(configs, mechanism, jaas.configurationEntries());
        try {
            var manager = LoginManager.acquireLoginManager(jaas, mechanism, defaultLogin(mechanism), configs);
            return new KafkaLogin(mechanism, configs, handler, manager);
        } catch (LoginException | RuntimeException refused) {
            handler.close();
            throw refused;
        }
    }

    private static AuthenticateCallbackHandler handler(String mechanism, Map<String, ?> configs) {
        if (configs.get("sasl.client.callback.handler.class") instanceof Class<?> own) {
            return (AuthenticateCallbackHandler) Utils.newInstance(own);
        }
        return mechanism.equals(OAUTHBEARER)
                ? new OAuthBearerSaslClientCallbackHandler()
                : new SaslClientCallbackHandler();
    }

    private static Class<? extends Login> defaultLogin(String mechanism) {
        return switch (mechanism) {
            case GSSAPI -> KerberosLogin.class;
            case OAUTHBEARER -> OAuthBearerRefreshingLogin.class;
            default -> DefaultLogin.class;
        };
    }

    @Override
    public String mechanism() {
        return mechanism;
    }

    @Override
    public SaslConversation conversation(String host) throws SaslException {
        var subject = manager.subject();
        var client = as(
                subject,
                () -> Sasl.createSaslClient(
                        new String[] {mechanism},
                        principal(subject),
                        manager.serviceName(),
                        serverName(host),
                        configs,
                        handler));
        if (client == null) {
            throw new SaslException("Failed to create SaslClient with mechanism " + mechanism);
        }
        return new SubjectConversation(subject, client);
    }

    /** Kerberos knows a service by its host's name; of an IP address that takes a look into the DNS, as in kafka-clients. */
    private String serverName(String host) throws SaslException {
        if (!mechanism.equals(GSSAPI)) {
            return host;
        }
        try {
            return InetAddress.getByName(host).getHostName();
        } catch (UnknownHostException unknown) {
            throw new SaslException("unknown host " + host, unknown);
        }
    }

    /** Kerberos wants to know for whom; the other mechanisms act for themselves. */
    private @Nullable String principal(Subject subject) {
        var principals = subject.getPrincipals().iterator();
        return mechanism.equals(GSSAPI) && principals.hasNext()
                ? principals.next().getName()
                : null;
    }

    /** Does it with the subject's rights and credentials. */
    static <T> T as(Subject subject, PrivilegedExceptionAction<T> action) throws SaslException {
        try {
            return Subject.doAs(subject, action);
        } catch (PrivilegedActionException failed) {
            var cause = failed.getException();
            throw cause instanceof SaslException sasl
                    ? sasl
                    : new SaslException(String.valueOf(cause.getMessage()), cause);
        }
    }

    @Override
    public void close() {
        manager.release();
        handler.close();
    }
}
