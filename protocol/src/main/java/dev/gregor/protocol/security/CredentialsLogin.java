package dev.gregor.protocol.security;

import java.security.SecureRandom;

/** By name and password: the mechanisms spoken here. */
final class CredentialsLogin implements Login {
    private static final String SCRAM = "SCRAM-";

    private final String mechanism;
    private final Credentials credentials;

    CredentialsLogin(String mechanism, Credentials credentials) {
        this.mechanism = mechanism;
        this.credentials = credentials;
    }

    @Override
    public String mechanism() {
        return mechanism;
    }

    @Override
    public SaslConversation conversation(String host) {
        return mechanism.startsWith(SCRAM)
                ? new ScramConversation(mechanism.substring(SCRAM.length()), credentials, new SecureRandom())
                : new PlainConversation(credentials);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
