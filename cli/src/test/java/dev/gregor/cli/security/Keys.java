package dev.gregor.cli.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keys and self-signed certificates made for a test, and the files a client or a broker names for them. */
final class Keys {
    static final String PASSWORD = "store-secret";
    private static final String AUTHORITY = "authority";
    private static final int LINE = 64;

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    /** A PKCS12 store with a key of this name; keytool's words say when and for whom the certificate holds. */
    Path store(String name, String... more) throws IOException, InterruptedException {
        var file = folder.resolve(name + ".p12");
        generate(file, name, more);
        return file;
    }

    /** The same, with a certificate signed by an authority rather than by itself; the authority's own is added to {@code trust}. */
    Path signedStore(String name, KeyStore trust, String... more)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(name + ".p12");
        generate(file, AUTHORITY, "-ext", "bc:c");
        var words = new ArrayList<>(List.of(more));
        words.addAll(List.of("-signer", AUTHORITY));
        generate(file, name, words.toArray(new String[0]));
        var store = load(file);
        trust.setCertificateEntry(AUTHORITY + name, store.getCertificate(AUTHORITY));
        // A broker would choose among two keys.
        store.deleteEntry(AUTHORITY);
        save(store, file);
        return file;
    }

    private void generate(Path file, String name, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
    }

    /** An empty store of this type. */
    static KeyStore empty(String type) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        return store;
    }

    /** Writes a store of the certificates in {@code trust} and of these stores. */
    Path trust(String name, KeyStore trust, Path... trusted) throws IOException, GeneralSecurityException {
        for (var other : trusted) {
            trust.setCertificateEntry(other.getFileName().toString(), certificate(other));
        }
        var file = folder.resolve(name);
        save(trust, file);
        return file;
    }

    private static void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    /** The certificate of a store as PEM. */
    static String certificatePem(Path store) throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", certificate(store).getEncoded());
    }

    /** The key of a store as PEM, unencrypted. */
    static String keyPem(Path store) throws IOException, GeneralSecurityException {
        return pem("PRIVATE KEY", key(store).getEncoded());
    }

    private static String pem(String kind, byte[] bytes) {
        var body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static Certificate certificate(Path store) throws IOException, GeneralSecurityException {
        var loaded = load(store);
        return loaded.getCertificate(loaded.aliases().nextElement());
    }

    private static Key key(Path store) throws IOException, GeneralSecurityException {
        var loaded = load(store);
        return loaded.getKey(loaded.aliases().nextElement(), PASSWORD.toCharArray());
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }
}
