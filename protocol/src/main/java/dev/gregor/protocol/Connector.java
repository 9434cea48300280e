package dev.gregor.protocol;

import dev.gregor.protocol.security.Login;
import dev.gregor.protocol.security.TlsSockets;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.KafkaException;

/** Opens connections that are ready for requests, as the settings say; logs in once. Not thread-safe. */
final class Connector implements AutoCloseable {
    private static final int TLS_ALERT = 0x15_03;

    private final ConnectionSettings settings;
    private Optional<Transport.Factory> transports = Optional.empty();
    private Optional<Login> login = Optional.empty();

    Connector(ConnectionSettings settings) {
        this.settings = settings;
    }

    BrokerConnection connect(Address address, Deadline deadline) throws IOException {
        var protocol = settings.security().protocol();
        var transport = transports().connect(address, deadline);
        var connection = open(transport, address, deadline);
        if (protocol.isSasl()) {
            try {
                new SaslAuthentication(login()).on(connection, address, deadline);
            } catch (IOException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        }
        return connection;
    }

    private BrokerConnection open(Transport transport, Address address, Deadline deadline) throws IOException {
        try {
            return BrokerConnection.open(transport, settings.clientId(), deadline);
        } catch (SSLException refused) {
            // With TLS 1.3 a broker looks at the client's certificate when the client takes the handshake for done.
            throw TlsTransport.refused(address, refused);
        } catch (BrokerConnection.FrameException garbage) {
            if (garbage.lengthBytes() >>> Short.SIZE == TLS_ALERT) {
                throw speaksTls(address, garbage);
            }
            throw garbage;
        } catch (BrokerConnection.HungUpException hungUp) {
            if (settings.security().protocol().isEncrypted()) {
                throw new IOException("closed the connection after the TLS handshake", hungUp);
            }
            if (new ListenerProbe(address, deadline).speaksTls()) {
                throw speaksTls(address, hungUp);
            }
            throw hungUp;
        }
    }

    private static ClusterException speaksTls(Address address, IOException failed) {
        return new ClusterException(
                address + " speaks TLS: set security.protocol to SSL or SASL_SSL, or take another port.", failed);
    }

    private Transport.Factory transports() {
        if (transports.isEmpty()) {
            transports = Optional.of(
                    settings.security().protocol().isEncrypted()
                            ? new TlsTransport.Connector(tls())
                            : new PlainTransport());
        }
        return transports.get();
    }

    private TlsSockets tls() {
        try {
            return TlsSockets.of(settings.security());
        } catch (KafkaException | IllegalArgumentException wrong) {
            throw misconfigured(wrong);
        }
    }

    private Login login() {
        if (login.isEmpty()) {
            try {
                login = Optional.of(Login.of(settings.security()));
            } catch (KafkaException | IllegalArgumentException | LoginException wrong) {
                throw misconfigured(wrong);
            }
        }
        return login.get();
    }

    /** The failure with the reason at its bottom, which names the file or the password that is wrong, never a password itself. */
    private static ClusterException misconfigured(Exception wrong) {
        var text = new StringBuilder(wrong instanceof LoginException ? "cannot log in: " : "").append(firstLine(wrong));
        for (var cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            var more = firstLine(cause);
            if (cause.getMessage() != null && text.indexOf(more) < 0) {
                text.append(": ").append(more);
            }
        }
        return new ClusterException(text.toString(), wrong);
    }

    /** JAAS puts the whole stack trace of a login module's failure into its message. */
    private static String firstLine(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }

    @Override
    public void close() {
        login.ifPresent(Login::close);
    }
}
