package dev.gregor.protocol;

import dev.gregor.protocol.security.TlsSockets;
import java.io.EOFException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;

/** SSL and SASL_SSL: TLS over a TCP socket. */
final class TlsTransport {
    private TlsTransport() {}

    /** Makes encrypted transports. */
    static final class Connector implements Transport.Factory {
        private final TlsSockets sockets;

        Connector(TlsSockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public Transport connect(Address address, int timeoutMs) throws IOException {
            var socket = SocketTransport.connect(address, timeoutMs);
            try {
                socket.setSoTimeout(timeoutMs);
                return new SocketTransport(sockets.over(socket, address.host(), address.port()));
            } catch (SSLException failed) {
                socket.close();
                throw refused(address, failed);
            } catch (IOException failed) {
                socket.close();
                throw failed;
            }
        }
    }

    /**
     * What a failure of TLS is: passing (thrown as an {@link IOException}: the other side went away) or final.
     *
     * @throws AuthenticationException when it is final
     */
    static IOException refused(Address address, SSLException failed) {
        if (failed.getCause() instanceof EOFException) {
            return new IOException("closed the connection during the TLS handshake: is this a TLS listener?", failed);
        }
        var message = String.valueOf(failed.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message")) {
            throw AuthenticationException.ofTls(
                    address + " does not speak TLS: " + message
                            + ". Set security.protocol to PLAINTEXT or SASL_PLAINTEXT," + " or take another port.",
                    failed);
        }
        if (failed instanceof SSLHandshakeException
                || failed instanceof SSLProtocolException
                || failed instanceof SSLPeerUnverifiedException
                || failed instanceof SSLKeyException
                || message.contains("Received fatal alert: ")) {
            throw AuthenticationException.ofTls(address + ": " + reason(failed), failed);
        }
        return failed;
    }

    /** The innermost reason about a certificate, and what to look at. */
    private static String reason(SSLException failed) {
        var message = String.valueOf(failed.getMessage());
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                message = String.valueOf(cause.getMessage());
            }
        }
        return message + hint(message);
    }

    private static String hint(String message) {
        if (message.contains("unable to find valid certification path") || message.contains("PKIX path")) {
            return ". The broker's certificate is signed by nobody in ssl.truststore.location.";
        }
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return ". The broker's certificate is for another host (ssl.endpoint.identification.algorithm).";
        }
        if (message.contains("bad_certificate") || message.contains("certificate_required")) {
            return ". The broker asks for a client's certificate it trusts (ssl.keystore.location).";
        }
        return "";
    }
}
