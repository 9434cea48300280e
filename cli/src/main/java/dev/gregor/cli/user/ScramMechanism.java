package dev.gregor.cli.user;

import java.util.Optional;

/** The SCRAM mechanisms of Kafka (RFC 5802, RFC 7677). */
public enum ScramMechanism {
    /** With SHA-256. */
    SCRAM_SHA_256("SCRAM-SHA-256", 1, "HmacSHA256"),
    /** With SHA-512. */
    SCRAM_SHA_512("SCRAM-SHA-512", 2, "HmacSHA512");

    /** The fewest iterations that both accept. */
    public static final int MIN_ITERATIONS = 4096;

    private final String mechanismName;
    private final byte type;
    private final String macAlgorithm;

    ScramMechanism(String mechanismName, int type, String macAlgorithm) {
        this.mechanismName = mechanismName;
        this.type = (byte) type;
        this.macAlgorithm = macAlgorithm;
    }

    /** As in {@code sasl.mechanism}. */
    public String mechanismName() {
        return mechanismName;
    }

    byte type() {
        return type;
    }

    String macAlgorithm() {
        return macAlgorithm;
    }

    /** The mechanism of this name, case counting, if it is one. */
    public static Optional<ScramMechanism> named(String name) {
        for (var mechanism : values()) {
            if (mechanism.mechanismName.equals(name)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /** The name of the protocol's number, {@code UNKNOWN} for one that this release does not know. */
    static String nameOf(byte type) {
        for (var mechanism : values()) {
            if (mechanism.type == type) {
                return mechanism.mechanismName;
            }
        }
        return "UNKNOWN";
    }
}
