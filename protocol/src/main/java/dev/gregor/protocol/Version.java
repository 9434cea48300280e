package dev.gregor.protocol;

/** This build's version. */
public final class Version {
    /** As in the build, e.g. {@code 0.1.0-SNAPSHOT}; brokers see it in ApiVersions. */
    public static final String TEXT = "0.1.0";

    private Version() {}
}
