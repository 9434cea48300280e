package dev.gregor.protocol;

import dev.gregor.protocol.security.TlsSockets;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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
        public Transport connect(Address address, Deadline deadline) throws IOException {
            var socket = SocketTransport.connect(address, deadline);
            try {
                return new SocketTransport(socket, sockets.over(socket, address.host(), address.port()));
            } catch (SocketTimeoutException silent) {
                socket.close();
                throw (IOException)
                        new SocketTimeoutException("did not answer the TLS handshake: is this a TLS listener?")
                                .initCause(silent);
            } catch (SSLException | SocketException failed) {
                socket.close();
                if (isHangUp(failed) && new ListenerProbe(address, deadline).speaksKafka()) {
                    throw plain(address, failed);
                }
                throw failed instanceof SSLException refused ? refused(address, refused) : hungUp(failed);
            } catch (IOException failed) {
                socket.close();
                throw failed;
            }
        }
    }

    private static boolean isHangUp(IOException failed) {
        return failed instanceof SocketException || failed.getCause() instanceof EOFException;
    }

    private static IOException hungUp(IOException failed) {
        return new IOException("closed the connection during the TLS handshake: is this a TLS listener?", failed);
    }

    private static AuthenticationException plain(Address address, IOException failed) {
        return AuthenticationException.ofTls(
                address + " does not speak TLS: " + failed.getMessage()
                        + ". Set security.protocol to PLAINTEXT or SASL_PLAINTEXT, or take another port.",
                failed);
    }

    /**
     * What a failure of TLS is: passing (thrown as an {@link IOException}: the other side went away) or final.
     *
     * @throws AuthenticationException when it is final
     */
    static IOException refused(Address address, SSLException failed) {
        if (failed.getCause() instanceof EOFException) {
            return hungUp(failed);
        }
        var message = String.valueOf(failed.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message")) {
            throw plain(address, failed);
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
