package dev.gregor.protocol.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes TLS of sockets, as the keys {@code ssl.*} say. Stores and PEM files are read by kafka-clients' own class, so that a file
 * that works there works here; the stream is the JDK's.
 */
public final class TlsSockets {
    private static final List<String> LOCATIONS =
            List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);

    private final DefaultSslEngineFactory engines = new DefaultSslEngineFactory();
    private final SSLSocketFactory sockets;
    private final String endpointIdentification;

    private TlsSockets(Map<String, ?> configs) {
        engines.configure(configs);
        this.sockets = engines.sslContext().getSocketFactory();
        this.endpointIdentification = text(configs.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG));
    }

    /**
     * By these keys.
     *
     * @throws org.apache.kafka.common.KafkaException when a store or a key cannot be read, or a value is none
     */
    public static TlsSockets of(Security security) {
        var configs = ClientConfigs.of(security);
        var own = configs.get(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG);
        if (own != null) {
            throw new IllegalArgumentException(
                    "ssl.engine.factory.class=" + ((Class<?>) own).getName()
                            + " is not supported by this command; name the keys with ssl.keystore.* and ssl.truststore.* instead.");
        }
        for (var key : LOCATIONS) {
            if (configs.get(key) instanceof String file && !Files.isReadable(Path.of(file))) {
                throw new IllegalArgumentException(key + "=" + file + ": no such file, or not readable");
            }
        }
        return new TlsSockets(configs);
    }

    /**
     * TLS over a connected socket, the handshake done and the broker's certificate checked against this host.
     *
     * @throws javax.net.ssl.SSLException when one side does not trust the other, or the other side speaks something else
     */
    public SSLSocket over(Socket socket, String host, int port) throws IOException {
        var secured = (SSLSocket) sockets.createSocket(socket, host, port, true);
        secured.setUseClientMode(true);
        secured.setSSLParameters(engines.createClientSslEngine(host, port, endpointIdentification)
                .getSSLParameters());
        secured.startHandshake();
        return secured;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
