package dev.gregor.cli.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A training cluster behind TLS, with a key made for the occasion, and the properties of clients that trust it. A first
 * handshake loads seven hundred classes of the JDK's.
 */
final class TrainingSecurity implements Closeable {
    private static final String PASSWORD = "training";
    private static final String MODULES = "org.apache.kafka.common.security.";
    private static final String LOGIN = " required username=\"training\" password=\"training\";\n";

    private final Path folder;
    private final TrainingCluster cluster;

    /** Of this kind of key: RSA or EC, as keytool calls them. */
    TrainingSecurity(String algorithm) throws IOException {
        folder = Files.createTempDirectory("gregor-training");
        try {
            cluster = new TrainingCluster(serverContext(keyStore(algorithm))
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
        var tls = "ssl.truststore.location=" + folder.resolve("store") + "\nssl.truststore.password=" + PASSWORD
                + "\nssl.truststore.type=PKCS12\nsecurity.protocol=";
        Files.writeString(folder.resolve("tls"), tls + "SSL\n");
        Files.writeString(
                folder.resolve("plain"),
                tls + "SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=" + MODULES + "plain.PlainLoginModule" + LOGIN);
        Files.writeString(
                folder.resolve("scram"),
                tls + "SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=" + MODULES + "scram.ScramLoginModule"
                        + LOGIN);
    }

    /** What follows a command that is to go there, for each way in. */
    List<String> options() {
        return List.of(options("tls"), options("plain"), options("scram"));
    }

    private String options(String file) {
        return "--bootstrap-server " + cluster.address() + " --command-config " + folder.resolve(file);
    }

    private Path keyStore(String algorithm) throws IOException {
        var store = folder.resolve("store");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "training",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=training",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException();
        }
        return store;
    }

    /** The clients trust the key's own store: its certificate is an entry with a key, so a copy of it is added. */
    private static SSLContext serverContext(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        keys.setCertificateEntry("trusted", keys.getCertificate("training"));
        try (var out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        for (var file : List.of("store", "tls", "plain", "scram")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
