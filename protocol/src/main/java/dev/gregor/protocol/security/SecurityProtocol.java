package dev.gregor.protocol.security;

import java.util.Locale;

/** The values of {@code security.protocol}. */
public enum SecurityProtocol {
    /** Neither encrypted nor authenticated. */
    PLAINTEXT(false, false),
    /** Encrypted; authenticated by a certificate if at all. */
    SSL(true, false),
    /** Authenticated, not encrypted. */
    SASL_PLAINTEXT(false, true),
    /** Authenticated and encrypted. */
    SASL_SSL(true, true);

    private final boolean isEncrypted;
    private final boolean isSasl;

    SecurityProtocol(boolean isEncrypted, boolean isSasl) {
        this.isEncrypted = isEncrypted;
        this.isSasl = isSasl;
    }

    /** Whether the stream is TLS. */
    public boolean isEncrypted() {
        return isEncrypted;
    }

    /** Whether a SASL conversation comes first. */
    public boolean isSasl() {
        return isSasl;
    }

    /**
     * The protocol of this name, in any case.
     *
     * @throws IllegalArgumentException naming those there are
     */
    static SecurityProtocol named(String name) {
        var upper = name.strip().toUpperCase(Locale.ROOT);
        for (var protocol : values()) {
            if (protocol.name().equals(upper)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("Invalid value " + name
                + " for configuration security.protocol: one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL");
    }
}
